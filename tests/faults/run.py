"""Does every kind of fault to the store: `python -m tests.faults.run [--fast] [--seed N]`; ends in a line of counts.

Exit code 1 when anything acknowledged was lost, anything half-made or wrong was read, or damage went unseen.
"""

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from tests.faults import rounds

BAD = ("kill faults", "cut faults", "silently wrong", "silently missing", "full faults", "worker faults")


@dataclass(frozen=True, kw_only=True, slots=True)
class Size:
    """How much of each fault."""

    kills: int
    cuts: int
    damaged: int
    full: int
    processes: int
    threads: int
    each: int


FULL = Size(kills=5000, cuts=20_000, damaged=10_000, full=200, processes=8, threads=8, each=50)
FAST = Size(kills=30, cuts=200, damaged=200, full=4, processes=8, threads=8, each=3)
TINY = Size(kills=4, cuts=30, damaged=40, full=1, processes=2, threads=2, each=4)


def run(size: Size, seed: int) -> Counter[str]:
    """All faults in a scratch folder; returns the counts."""
    luck, counts = random.Random(seed), Counter[str]()  # noqa: S311
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        for part in (
            lambda: rounds.kills(scratch, size.kills, luck),
            lambda: rounds.cut_logs(scratch, size.cuts, luck),
            lambda: rounds.damaged_files(scratch, size.damaged, luck),
            lambda: rounds.full_disks(scratch, size.full, luck),
            lambda: rounds.many_workers(scratch, size.processes, size.threads, size.each),
        ):
            began = time.monotonic()
            found = part()
            sys.stderr.write(f"{dict(found)} in {time.monotonic() - began:.0f} s\n")
            counts += found
    return counts


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
    chosen = options.parse_args()
    counts = run(FAST if chosen.fast else FULL, chosen.seed)
    sys.stdout.write(line(counts) + "\n")
    return 1 if failures(counts) else 0


if __name__ == "__main__":
    sys.exit(main())
