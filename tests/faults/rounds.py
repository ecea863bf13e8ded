"""The kinds of faults, each a function that returns its counts."""

import random
import shutil
from collections import Counter
from contextlib import closing
from pathlib import Path

from server.domain.errors import SeedlistError
from server.storage import doctor
from server.storage.connection import FILE_NAME
from server.storage.store import Store
from tests.faults.process import Nursery, acknowledged, is_right, verdict
from tests.server.storage.factory import candidate


def kills(scratch: Path, rounds: int, luck: random.Random) -> Counter[str]:
    """kill -9 while saving; a folder grows through all rounds and is read whole after each tenth."""
    folder, promised, counts = scratch / "kills", set[str](), Counter[str]()
    with closing(Nursery(scratch)) as nursery:
        for number in range(rounds):
            promised |= acknowledged(nursery.kill(luck, folder, f"r{number}", 100_000))
            counts["kills"] += 1
            if number % 10 == 9 or number == rounds - 1:
                counts["kill faults"] += len(verdict(folder, promised))
    counts["acknowledged"] = len(promised)
    return counts


def cut_logs(scratch: Path, cuts: int, luck: random.Random) -> Counter[str]:
    """The log cut at any byte, or with a block of it lost, opens as an exact prefix of the commits."""
    source, counts = scratch / "source", Counter[str]()
    store = Store.open(source)
    for number in range(40):
        store.put("candidates", f"c.{number}", candidate(number, own=f"c.{number}", pad="p" * 1500))
    held = {path.name: path.read_bytes() for path in source.iterdir() if not path.name.endswith("-shm")}
    store.close()
    log = held[f"{FILE_NAME}-wal"]
    for _ in range(cuts):
        at = luck.randrange(len(log))
        harmed = log[:at] if luck.random() < 0.5 else log[:at] + bytes(512) + log[at + 512 :]
        counts["cuts"] += 1
        counts["cut faults"] += not is_prefix(lay_out(scratch / "cut", {**held, f"{FILE_NAME}-wal": harmed}))
    return counts


def lay_out(folder: Path, files: dict[str, bytes]) -> Path:
    """A fresh folder with these files."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return folder


def is_prefix(folder: Path) -> bool:
    """Whether the folder holds the first n commits, each right, for some n."""
    store = Store.open(folder)
    try:
        found = [body["own"] for body in store.rows("candidates")]
        right = all(is_right(key, body) for key in found if (body := store.get("candidates", key)) is not None)
    finally:
        store.close()
    return right and found == [f"c.{number}" for number in range(len(found))]


def damaged_files(scratch: Path, files: int, luck: random.Random) -> Counter[str]:
    """Changed bytes or blocks in the database: no value is silently wrong, and what is missing is found by a check."""
    source, counts = scratch / "whole", Counter[str]()
    store = Store.open(source)
    with store.transaction():
        for number in range(60):
            store.put("candidates", f"d.{number}", candidate(number, own=f"d.{number}", pad="p" * 1500))
    store.close()
    data = (source / FILE_NAME).read_bytes()
    for _ in range(files):
        counts["damaged"] += 1
        counts[outcome(lay_out(scratch / "damaged", {FILE_NAME: harm(data, luck)}))] += 1
    return counts


def harm(data: bytes, luck: random.Random) -> bytes:
    """A few bytes changed, or a block of 512 filled with zeros or noise."""
    harmed = bytearray(data)
    if luck.random() < 0.6:
        for _ in range(luck.choice([1, 3, 16])):
            harmed[luck.randrange(len(harmed))] ^= luck.randrange(1, 256)
    else:
        at = luck.randrange(0, len(harmed) - 512)
        harmed[at : at + 512] = bytes(512) if luck.random() < 0.5 else luck.randbytes(512)
    return bytes(harmed)


def outcome(folder: Path) -> str:
    """How a damaged folder behaves: unharmed, reported, silently missing or silently wrong."""
    is_reported = is_known_unsound(folder)
    try:
        store = Store.open(folder)
    except SeedlistError:
        return "reported"
    try:
        found = {number: store.get("candidates", f"d.{number}") for number in range(60)}
        listed = {body["own"]: body for body in store.rows("candidates")}
    except SeedlistError:
        return "reported"
    finally:
        store.close()
    given = {f"d.{number}": body for number, body in found.items() if body is not None}
    if not all(is_right(key, body) for key, body in (*given.items(), *listed.items())):
        return "silently wrong"
    if len(given) < 60 or len(listed) < 60:
        return "reported" if is_reported else "silently missing"
    return "unharmed"


def is_known_unsound(folder: Path) -> bool:
    """Whether a check says that something is wrong."""
    return not doctor.check(folder).is_sound


def full_disks(scratch: Path, rounds: int, luck: random.Random) -> Counter[str]:
    """A disk that takes no more: saves are refused, nothing promised is lost, and it goes on when there is room."""
    counts = Counter[str]()
    with closing(Nursery(scratch)) as nursery:
        for number in range(rounds):
            folder = scratch / f"full{number}"
            lines = nursery.run("save", folder, "a", 120, luck.randrange(200_000, 900_000))
            counts["full disks"] += 1
            counts["refused"] += sum(line.startswith("refused") for line in lines)
            again = nursery.run("save", folder, "b", 5)
            promised = acknowledged(lines) | acknowledged(again)
            counts["full faults"] += len(verdict(folder, promised)) + (len(acknowledged(again)) != 5)
            shutil.rmtree(folder)
    return counts


def many_workers(scratch: Path, processes: int, threads: int, each: int) -> Counter[str]:
    """Processes times threads on one folder: every save is acknowledged and there."""
    folder = scratch / "workers"
    with closing(Nursery(scratch)) as nursery:
        promised = acknowledged(nursery.run("save", folder, "p", each, 0, threads, together=processes))
    wanted = processes * threads * each
    return Counter(
        {"worker saves": len(promised), "worker faults": len(verdict(folder, promised)) + wanted - len(promised)}
    )


def fresh_folders(scratch: Path, rounds: int, luck: random.Random) -> Counter[str]:
    """Two to eight processes open a folder that is not there yet, at the same moment, and each saves."""
    counts = Counter[str]()
    with closing(Nursery(scratch)) as nursery:
        for number in range(rounds):
            folder, processes = scratch / f"fresh{number}", luck.randrange(2, 9)
            promised = acknowledged(nursery.run("save", folder, "p", 3, together=processes))
            counts["fresh folders"] += 1
            counts["fresh faults"] += len(verdict(folder, promised)) + processes * 3 - len(promised)
            shutil.rmtree(folder)
    return counts
