"""`python -m tests.fuzz.run [--requests N] [--seed S] [--processes P]`: broken requests; ends in one line of counts.

Faults are printed one a line with what repeats them. Exit code 1 when the app broke, or took its limit of its own time.
"""

import argparse
import gc
import logging
import multiprocessing
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

from server.app import load_reader
from tests.fuzz.breaking import broken
from tests.fuzz.ground import Ground, placeholders
from tests.fuzz.valid import Request

LIMIT = 0.050
"""Seconds of this thread's own processor time (garbage collection counts; waiting for a busy machine does not)."""
ROUND = 2_000
"""Requests after which a new app and store begin, so that any round can be run again alone."""


@dataclass(kw_only=True)
class Found:
    """What came of some requests. `slowest`: own seconds, and the request."""

    counts: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    slowest: list[tuple[float, str]] = field(default_factory=list)

    def add(self, other: "Found") -> None:
        self.counts += other.counts
        self.faults = (self.faults + other.faults)[:200]
        self.slowest = sorted(self.slowest + other.slowest, reverse=True)[:10]


def fuzz_round(seed: int, number: int, requests: int, ground: Ground) -> Found:
    """One round over an app of its own."""
    chance = Random(f"{seed}/{number}")  # noqa: S311 - chance that can be repeated, no secret
    found = Found()
    rightful = placeholders(ground.secrets)
    for _ in range(requests):
        send(ground, broken(chance.choice(rightful), chance), f"seed {seed} round {number}", found)
    found.slowest = sorted(found.slowest, reverse=True)[:10]
    ground.close()
    return found


def send(ground: Ground, request: Request, place: str, found: Found) -> None:
    """Ask once and note what is wrong with the answer."""
    began, began_own = time.perf_counter(), time.thread_time()
    try:
        status = ground.ask(request)
    except Exception as fault:
        status, said = 599, repr(fault)[:200]
    else:
        said = str(status)
    own, wall = time.thread_time() - began_own, time.perf_counter() - began
    title = f"{request.method} {request.path[:160]!r} {request.body[:160]!r} {dict(request.headers)}"
    found.counts.update(requests=1, errors=status >= 500, slow=own > LIMIT, waited=wall > LIMIT >= own)
    found.counts[f"{status // 100}xx"] += 1
    found.slowest.append((own, title[:300]))
    if status >= 500 or own > LIMIT:
        found.faults.append(f"{place}: {said} in {own * 1000:.0f} ms: {title}")


def fuzz_many(job: tuple[int, float, list[tuple[int, int]]]) -> Found:
    """Rounds one after the other in this process, with one reader."""
    logging.disable(logging.CRITICAL)
    seed, until, rounds = job
    reader, whole = load_reader(), Found()
    first = Ground(reader)
    first.warm()
    gc.freeze()
    for number, requests in rounds:
        if time.time() > until:
            break
        whole.add(fuzz_round(seed, number, requests, Ground(reader, first.app)))
    return whole


def rounds_of(requests: int) -> Iterator[tuple[int, int]]:
    """Number and size of every round."""
    for number, first in enumerate(range(0, requests, ROUND)):
        yield number, min(ROUND, requests - first)


def fuzz(requests: int, seed: int, processes: int, minutes: float) -> Found:
    """All rounds, dealt to the processes; none begins after so many minutes."""
    rounds, whole = list(rounds_of(requests)), Found()
    until = time.time() + minutes * 60
    jobs = [(seed, until, rounds[first::processes]) for first in range(processes)]
    with multiprocessing.get_context("spawn").Pool(processes) as pool:
        for found in pool.imap_unordered(fuzz_many, jobs):
            whole.add(found)
    return whole


def line(counts: Counter[str]) -> str:
    """One line of counts, the bad ones also when they are 0."""
    answers = ", ".join(f"{name} {counts[name]}" for name in sorted(counts) if name.endswith("xx"))
    bad = f"server errors {counts['errors']}, over {LIMIT * 1000:.0f} ms {counts['slow']}"
    return f"fuzz: requests {counts['requests']}, {answers}, kept waiting by the machine {counts['waited']}, {bad}"


def main() -> int:
    """Read the arguments, run, print."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("--requests", type=int, default=1_000_000)
    options.add_argument("--seed", type=int, default=7)
    options.add_argument("--processes", type=int, default=2)
    options.add_argument("--minutes", type=float, default=600, help="end after so many, with fewer requests")
    asked = options.parse_args()
    found = fuzz(asked.requests, asked.seed, asked.processes, asked.minutes)
    for fault in found.faults:
        sys.stdout.write(f"FAULT {fault}\n")
    for own, title in found.slowest[:3]:
        sys.stdout.write(f"slowest {own * 1000:.1f} ms {title}\n")
    sys.stdout.write(line(found.counts) + "\n")
    return 1 if found.counts["errors"] or found.counts["slow"] else 0


if __name__ == "__main__":
    sys.exit(main())
