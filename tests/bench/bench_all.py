"""`python -m tests.bench.bench_all`: the whole server beside a plain one, and the reader beside others, in one run.

The plain server does the same work with Flask's own server and TinyDB as shipped. Prints a table, writes
build/bench.json and tests/pictures/bench.svg. "profiles read, a second" is the reader alone.
"""

import json
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from typing import Any

from server.wire.profile_out import profile_to_json
from tests.bench.bench_badge import moves
from tests.bench.bench_reading import RIVALS, gold, measured
from tests.bench.fit.judged_set import load_profiles
from tests.bench.whole.drawing import drawing
from tests.bench.whole.sides import Side, ours, plain

ROOT = Path(__file__).parents[2]
SIZES = (1_000, 10_000)
ONLY_OURS = 100_000
"""A size at which the plain server would take minutes a bookmark."""
ROUNDS, FEW = 60, 8
Open = Callable[[Path, int], AbstractContextManager[Side]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One line: `ours` and `other` in `unit`, None where a side was not measured."""

    what: str
    unit: str
    ours: float
    other: float | None
    beside: str = "Flask's server, TinyDB as shipped"

    def line(self) -> str:
        """As printed."""
        other = "–" if self.other is None else f"{self.other:.1f}"
        times = "" if self.other is None else f"× {self.other / self.ours:.1f}"
        return f"{self.what:44}{self.ours:10.1f}{other:>12} {self.unit:4} {times:>8}  {self.beside}"


def main() -> int:
    """Measure, print, write."""
    print(f"{'':44}{'ours':>10}{'other':>12}")
    rows = []
    for row in (*badges(), *servers(), *readers()):
        rows.append(row)
        print(row.line(), flush=True)
    (ROOT / "build").mkdir(exist_ok=True)
    (ROOT / "build" / "bench.json").write_text(json.dumps([asdict(row) for row in rows], indent=1), encoding="utf-8")
    bars = [(f"{row.what} ({row.unit})", row.other / row.ours) for row in rows if row.other]
    picture = drawing(bars, "How many times as long, or as much, the other way takes")
    (ROOT / "tests" / "pictures" / "bench.svg").write_text(picture, encoding="utf-8")
    return 0


def badges() -> Iterator[Row]:
    """From the page's data to the painted badge, in Chromium."""
    painted = sorted(move["painted"] for move in moves())
    yield Row(what="data to painted badge, median", unit="ms", ours=median(painted), other=None)
    yield Row(
        what="data to painted badge, 95th percentile", unit="ms", ours=painted[int(len(painted) * 0.95)], other=None
    )


def servers() -> Iterator[Row]:
    """Both servers at every size."""
    with tempfile.TemporaryDirectory() as name:
        for size in SIZES:
            found = [
                of_side(open_side, Path(name) / f"{open_side.__name__}{size}", size) for open_side in (ours, plain)
            ]
            for what, (unit, mine) in found[0].items():
                if what.endswith("candidates") or size == SIZES[0]:
                    yield Row(what=what, unit=unit, ours=mine, other=found[1][what][1])
        large = of_side(ours, Path(name) / "large", ONLY_OURS)
        yield from (
            Row(what=what, unit=unit, ours=mine, other=None)
            for what, (unit, mine) in large.items()
            if what.endswith("candidates")
        )


def of_side(open_side: Open, folder: Path, size: int) -> dict[str, tuple[str, float]]:
    """Everything that one server is asked, with the unit."""
    people = [profile_to_json(one) for one in load_profiles().values()]
    with open_side(folder, size) as side:
        reading = sorted(side.ask("POST", "/api/annotate", fresh(people, number)) for number in range(2 * len(people)))
        rounds = ROUNDS if side.name == "Seedlist" else FEW
        saving = [side.ask("POST", "/api/candidates", {"profile": fresh(people, number)}) for number in range(rounds)]
        listing = [side.ask("GET", side.list_path) for _ in range(rounds)]
        memory = side.megabytes()
        return {
            "from start to ready": ("ms", side.ready * 1000),
            **({"memory after the work": ("MB", memory)} if memory is not None else {}),
            "annotate over HTTP, median": ("ms", median(reading)),
            "annotate over HTTP, 99th percentile": ("ms", reading[int(len(reading) * 0.99)]),
            f"save one, of {size:,} candidates": ("ms", median(saving)),
            f"the list page, of {size:,} candidates": ("ms", median(listing)),
        }


def fresh(people: list[dict[str, Any]], number: int) -> dict[str, Any]:
    """Somebody not asked about before."""
    person = people[number % len(people)]
    return person | {"handle": f"{person['handle']}{number}", "bio": f"{person.get('bio') or ''} {number}"}


def readers() -> Iterator[Row]:
    """Our reader beside those that are installed."""
    profiles, labels = gold()
    mine, *others = [(rival.name, measured(rival, profiles, labels)) for rival in RIVALS]
    assert mine[1] is not None
    yield Row(what="profiles read, a second on one core", unit="", ours=1000 / mine[1]["p50"], other=None)
    for name, found in others:
        if found is not None:
            yield Row(what=f"a profile read: {name}", unit="ms", ours=mine[1]["p50"], other=found["p50"], beside=name)


if __name__ == "__main__":
    sys.exit(main())
