"""Saving and paging beside TinyDB's own storages, plain SQLite and SQLAlchemy on PostgreSQL, in one run.

`python -m tests.bench.bench_store 1000 10000 100000`. A server of PostgreSQL is started in a private folder; it is left
out, with a line that says so, where PostgreSQL or SQLAlchemy is not installed.
"""

import json
import os
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tinydb import TinyDB, where
from tinydb.middlewares import CachingMiddleware
from tinydb.queries import QueryLike
from tinydb.storages import JSONStorage, MemoryStorage

from server.storage.store import Store
from tests.bench import postgres
from tests.server.storage.factory import candidate

ROUNDS = 300
PAGE_ROUNDS = 30
MOST_PLAIN = 10_000
"""TinyDB as shipped takes 20 s a save at 100,000 and is left out there."""
HERE = where("list_id") == "main"
PAGES: dict[str, tuple[QueryLike, str | None]] = {
    "page, fit": (HERE & (where("annotation").fit.score > 50), None),
    "page, tag of half": (HERE & where("tags").any(["wool"]), None),
    "page, text of all": (HERE, "lisbon"),
    "page, six filters": (
        HERE & (where("platform") == "instagram") & where("tags").any(["wool"]) & (where("stage") == "asked")
        & where("annotation").niches.any(where("id") == "sewing-knitting") & (where("annotation").fit.score > 20)
        & (where("annotation").tier.id == "micro"),
        None,
    ),
}  # fmt: skip


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
    for what, (query, text) in PAGES.items():
        found[f"ours: {what}, after a change"] = timed(page_after_change(store, query, text), PAGE_ROUNDS)
        found[f"ours: {what}, again"] = timed(page_of(store, query, text), PAGE_ROUNDS)
    store.close()
    found["plain SQLite: put"] = timed(plain_sqlite(folder / "plain.db", size), ROUNDS)
    found |= postgres.times(folder, size, body, timed, ROUNDS)
    if size <= MOST_PLAIN:
        found["TinyDB JSONStorage: upsert"] = timed(upserts(TinyDB(folder / "plain.json"), size), 5)
    cached = TinyDB(folder / "cached.json", storage=CachingMiddleware(JSONStorage))
    found["TinyDB CachingMiddleware: upsert"] = timed(upserts(cached, size), 5)
    found["TinyDB MemoryStorage: upsert"] = timed(upserts(TinyDB(storage=MemoryStorage), size), 5)
    return found


def page_of(store: Store, query: QueryLike, text: str | None) -> Callable[[int], object]:
    """A page of 50, newest first."""
    return lambda _: store.page("candidates", where=query, text=text, sort="saved_at", descending=True)


def page_after_change(store: Store, query: QueryLike, text: str | None) -> Callable[[int], object]:
    """A page of 50 from nothing remembered, as after a change."""
    page = page_of(store, query, text)

    def work(number: int) -> object:
        store.forget_answers()
        return page(number)

    return work


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


def upserts(db: TinyDB, size: int) -> Callable[[int], object]:
    """TinyDB with one of its own storages; the caching one loses what it has acknowledged when it is killed."""
    table = db.table("candidates")
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
