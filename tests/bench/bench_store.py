"""Saving and paging beside TinyDB as shipped and plain SQLite: `python -m tests.bench.bench_store 1000 10000`."""

import json
import os
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tinydb import TinyDB, where

from server.storage.store import Store
from tests.server.storage.factory import candidate

ROUNDS = 300


def timed(work: Callable[[int], object], rounds: int) -> tuple[float, float]:
    """(p50, p99) in milliseconds."""
    took = []
    for number in range(rounds):
        began = time.perf_counter()
        work(number)
        took.append((time.perf_counter() - began) * 1000)
    took.sort()
    return took[len(took) // 2], took[int(len(took) * 0.99)]


def body(number: int) -> dict[str, object]:
    """A candidate of about 2.5 KB."""
    return candidate(number, pad="p" * 1900)


def measure(size: int, folder: Path) -> dict[str, tuple[float, float]]:
    """The times of one size."""
    found = {"fsync of 40 KB": timed(disk(folder), ROUNDS)}
    store = Store.open(folder / "ours")
    with store.transaction():
        for number in range(size):
            store.put("candidates", f"k{number}", body(number))
    store.close()
    began = time.perf_counter()
    store = Store.open(folder / "ours")
    found["ours: open"] = ((time.perf_counter() - began) * 1000,) * 2
    found["ours: put"] = timed(lambda n: store.put("candidates", f"k{n * 7 % size}", body(n)), ROUNDS)
    query = (where("list_id") == "main") & (where("annotation").fit.score > 50)
    found["ours: page, filtered and sorted"] = timed(
        lambda _: store.page("candidates", where=query, sort="saved_at", descending=True), 30
    )
    store.close()
    found["plain SQLite: put"] = timed(plain_sqlite(folder / "plain.db", size), ROUNDS)
    if size <= 10_000:
        found["TinyDB JSONStorage: put"] = timed(plain_tinydb(folder / "plain.json", size), 5)
    return found


def disk(folder: Path) -> Callable[[int], object]:
    """The disk's own fsync."""
    out = (folder / "disk").open("wb", buffering=0)
    return lambda _: (out.write(b"x" * 40_000), os.fsync(out.fileno()))


def plain_sqlite(file: Path, size: int) -> Callable[[int], object]:
    """One table of key and JSON, WAL, synchronous=FULL."""
    con = sqlite3.connect(file, isolation_level=None)
    con.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE d (k PRIMARY KEY, b)")
    con.execute("BEGIN")
    con.executemany("INSERT INTO d VALUES (?, ?)", ((f"k{n}", json.dumps(body(n))) for n in range(size)))
    con.execute("COMMIT")
    return lambda n: con.execute("REPLACE INTO d VALUES (?, ?)", (f"k{n * 7 % size}", json.dumps(body(n))))


def plain_tinydb(file: Path, size: int) -> Callable[[int], object]:
    """TinyDB as shipped."""
    table = TinyDB(file).table("candidates")
    table.insert_multiple(body(n) for n in range(size))
    return lambda n: table.upsert(body(n), where("id") == f"main.instagram.h{n}")


def main() -> None:
    """Print a table for each size given, with the ratio to the disk's own fsync."""
    for size in [int(word) for word in sys.argv[1:]] or [1000, 10_000]:
        with tempfile.TemporaryDirectory() as name:
            found = measure(size, Path(name))
        disk_p99 = found["fsync of 40 KB"][1]
        for what, (half, most) in found.items():
            sys.stdout.write(
                f"{size:>8} {what:32} p50 {half:9.2f} p99 {most:9.2f} ms, {most / disk_p99:7.1f} x fsync\n"
            )


if __name__ == "__main__":
    main()
