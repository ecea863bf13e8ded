"""Does every kind of fault to the store: `python -m tests.faults.run [--fast] [--seed N]`; ends in a line of counts.

Exit code 1 when anything acknowledged was lost, anything half-made or wrong was read, or damage went unseen.
"""

import argparse
import logging
import os
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path

from tests.faults import rounds
from tests.faults.answers import same_answers
from tests.faults.system_calls import system_calls

BAD = (
    "kill faults", "call faults", "cut faults", "silently wrong", "silently missing", "full faults", "worker faults",
    "fresh faults", "answer faults",
)  # fmt: skip
KILLS_A_FOLDER = 50
PIECE = 500
MEMORY = Path("/dev/shm")  # noqa: S108
ANYWHERE = (rounds.cut_logs, rounds.damaged_files, system_calls)
"""What is about the bytes in files or about calls, not about a disk, and is quick in memory."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Size:
    """How much of each fault; `calls` 0 is every call in every way; `answers` are random operations beside TinyDB."""

    kills: int
    calls: int
    cuts: int
    damaged: int
    full: int
    processes: int
    threads: int
    each: int
    fresh: int
    answers: int


FULL = Size(
    kills=5000, calls=0, cuts=20_000, damaged=10_000, full=200, processes=8, threads=8, each=50, fresh=300,
    answers=100_000,
)  # fmt: skip
FAST = Size(
    kills=30, calls=60, cuts=200, damaged=200, full=4, processes=8, threads=8, each=3, fresh=6, answers=1000
)  # fmt: skip
TINY = Size(kills=4, calls=6, cuts=30, damaged=40, full=1, processes=2, threads=2, each=4, fresh=1, answers=100)
Part = tuple[Callable[..., Counter[str]], int]


def pieces(size: Size) -> dict[str, list[Part]]:
    """What is to be done, in pieces that do not need each other."""
    return {
        "kills": split(rounds.kills, size.kills, KILLS_A_FOLDER),
        "system calls": [(system_calls, size.calls)],
        "cut logs": split(rounds.cut_logs, size.cuts, PIECE),
        "damaged files": split(rounds.damaged_files, size.damaged, PIECE),
        "full disks": split(rounds.full_disks, size.full, 50),
        "fresh folders": split(rounds.fresh_folders, size.fresh, 50),
        "answers": split(same_answers, size.answers, 25_000),
    }


def split(work: Callable[..., Counter[str]], whole: int, most: int) -> list[Part]:
    """A number of rounds in pieces."""
    return [(work, min(most, whole - done)) for done in range(0, whole, most)]


def piece(part: Part, seed: int) -> Counter[str]:
    """One piece in a scratch folder of its own."""
    work, much = part
    log = logging.getLogger("server.storage")
    before = log.level
    log.setLevel(logging.ERROR)  # thousands of rows are set aside on purpose
    try:
        with tempfile.TemporaryDirectory(dir=MEMORY if work in ANYWHERE and MEMORY.is_dir() else None) as name:
            return work(Path(name), much, random.Random(seed))  # noqa: S311
    finally:
        log.setLevel(before)


def run(size: Size, seed: int, *, only: str | None = None, at_once: int = 1) -> Counter[str]:
    """All faults, or those of one name; returns the counts. `at_once` processes share the pieces."""
    counts = Counter[str]()
    for name, parts in pieces(size).items():
        if only in (None, name):
            began, found = time.monotonic(), Counter[str]()
            for done in spread(parts, seed, at_once):
                found += done
            counts += told(name, found, began)
    if only in (None, "workers"):
        with tempfile.TemporaryDirectory() as scratch:
            began = time.monotonic()
            found = rounds.many_workers(Path(scratch), size.processes, size.threads, size.each)
            counts += told("workers", found, began)
    return counts


def spread(parts: list[Part], seed: int, at_once: int) -> Iterable[Counter[str]]:
    """The counts of the pieces."""
    seeds = [seed * 1000 + number for number in range(len(parts))]
    if at_once == 1:
        return [piece(part, one) for part, one in zip(parts, seeds, strict=True)]
    with ProcessPoolExecutor(at_once, mp_context=get_context("spawn")) as pool:
        return list(pool.map(piece, parts, seeds))


def told(name: str, found: Counter[str], began: float) -> Counter[str]:
    """The counts of one kind, said in a line with its time."""
    counts = ", ".join(f"{what} {found[what]}" for what in found) or "left out"
    sys.stdout.write(f"{name}: {counts}; {time.monotonic() - began:.0f} s\n")
    sys.stdout.flush()
    return found


def failures(counts: Counter[str]) -> int:
    """How many things went wrong."""
    return sum(counts[name] for name in BAD)


def line(counts: Counter[str]) -> str:
    """One line of counts, the bad ones also when they are 0."""
    named = [*(name for name in counts if name not in BAD), *BAD]
    return "faults: " + ", ".join(f"{name} {counts[name]}" for name in named)


def main() -> int:
    """Read the arguments, run, print."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("--fast", action="store_true", help="the reduced run")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--only", choices=[*pieces(FAST), "workers"], help="one kind of fault alone")
    options.add_argument("--kills", type=int, help="so many kills")
    chosen = options.parse_args()
    size = FAST if chosen.fast else FULL
    size = replace(size, kills=chosen.kills) if chosen.kills else size
    counts = run(size, chosen.seed, only=chosen.only, at_once=min(2, os.cpu_count() or 1))
    sys.stdout.write(line(counts) + "\n")
    return 1 if failures(counts) else 0


if __name__ == "__main__":
    sys.exit(main())
