"""Attacks a real server: `python -m tests.attack.run [--fast]`; faults one a line, then one line of counts.

Exit code 1 when anything was given away, stored or broken.
"""

import argparse
import sys
import tempfile
from collections import Counter
from itertools import islice
from pathlib import Path

from tests.attack.judge import faults
from tests.attack.matrix import Case, cases, load, rightful
from tests.attack.target import Target, attacked

BAD = ("bypasses", "rightful refused", "changes", "token in log")


def requests(target: Target, chosen: list[Case]) -> Counter[str]:
    """Send the chosen cases between two rounds of rightful requests."""
    counts = Counter[str]({"rightful refused": refused(target)})
    before = target.holdings()
    for case in chosen:
        found = list(faults(case, target.send(case.sent(target.fill)), target))
        counts += Counter(cases=1, bypasses=bool(found))
        for fault in found:
            sys.stdout.write(f"BYPASS {case.title}: {fault}\n")
    counts["rightful refused"] += refused(target)
    counts["changes"] = int(target.holdings() != before)
    counts["token in log"] = target.log().count(target.token)
    return counts


def refused(target: Target) -> int:
    """Rightful requests that were not answered as they should be: without them no attack proves anything."""
    asks = [ask for ask in load()[0].values() if ask.right is not None]
    wrong = [ask for ask in asks if target.send(rightful(ask, target.fill)).status != ask.right]
    for ask in wrong:
        sys.stdout.write(f"REFUSED {ask.method} {ask.target}\n")
    return len(wrong)


def reduced(chosen: list[Case], every: int) -> list[Case]:
    """Each attack's first case and every so many of the others."""
    firsts = {case.attack.name: case for case in reversed(chosen)}
    return [*firsts.values(), *islice(chosen, 0, None, every)]


def line(counts: Counter[str]) -> str:
    """One line of counts, the bad ones also when they are 0."""
    named = [*(name for name in counts if name not in BAD), *BAD]
    return "attack: " + ", ".join(f"{name} {counts[name]}" for name in named)


def failures(counts: Counter[str]) -> int:
    """How many things went wrong."""
    return sum(counts[name] for name in BAD)


def main() -> int:
    """Read the arguments, run, print."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("--fast", action="store_true", help="the reduced run")
    is_fast = options.parse_args().fast
    chosen = list(cases())
    with tempfile.TemporaryDirectory() as name, attacked(Path(name)) as target:
        counts = requests(target, reduced(chosen, 7) if is_fast else chosen)
    sys.stdout.write(line(counts) + "\n")
    return 1 if failures(counts) else 0


if __name__ == "__main__":
    sys.exit(main())
