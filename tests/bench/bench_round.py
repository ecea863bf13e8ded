"""Prints how long counting a round's people takes, beside reading them all: 100,000, or as many as are named.

A third was never asked; one in fifty is quiet, 500 pairs are joined.
"""

import contextlib
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import perf_counter

from server.domain.account import Account
from server.services.join_accounts import all_joins, join
from server.services.ports import CandidateView
from server.services.round_people import COUNTED, people_of_round, reached_by
from server.services.whole_view import everybody
from server.storage.candidates import Candidates
from server.storage.store import Store
from tests.factories import a_list, candidate

MANY, PAIRS, TURNS = 100_000, 500, 5
STAGES = ("spotted", "shortlisted", "asked", "yes", "sent", "arrived")
PLATFORMS = ("instagram", "tiktok")


def main(many: int) -> None:
    """Plant, count both ways in turn, print the medians and their ratio."""
    with (
        tempfile.TemporaryDirectory(prefix="seedlist-bench-") as name,
        contextlib.closing(Store.open(Path(name))) as store,
    ):
        list_id, shelf = planted(store, many), Candidates(store)
        joins = all_joins(store)
        view = CandidateView(list_id=list_id, stages=COUNTED)
        ways: tuple[Callable[[], object], ...] = (
            lambda: reached_by(everybody(shelf, view), joins),
            lambda: people_of_round(store, shelf, list_id, joins),
        )
        assert ways[0]() == ways[1]()
        turns = [[timed(way) for way in ways] for _ in range(TURNS)]
        reading, counting = (median(times) for times in zip(*turns, strict=True))
        print(f"{many:,} people: {reading:.0f} ms by reading everybody, {counting:.0f} ms by counting")
        print(f"  {reading / counting:.0f} times as long")


def planted(store: Store, many: int) -> str:
    """The id of a list under way."""
    spring = a_list(store, "Large")
    with store.transaction():
        for number in range(many):
            stage = "quiet" if number % 50 == 0 else STAGES[number % len(STAGES)]
            body = candidate(spring.id, f"person.{number // 2}", platform=PLATFORMS[number % 2], stage=stage)
            store.put("candidates", body["id"], body)
    for number in range(min(PAIRS, many // 2)):
        pair = (Account(platform=platform, handle=f"person.{number}") for platform in PLATFORMS)
        join(store, Candidates(store), *pair, clock=now)
    return spring.id


def now() -> datetime:
    """The moment of the planting."""
    return datetime(2026, 11, 23, tzinfo=UTC)


def timed(work: Callable[[], object]) -> float:
    """Milliseconds."""
    start = perf_counter()
    work()
    return 1000 * (perf_counter() - start)


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else MANY)
