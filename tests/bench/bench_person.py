"""Prints how long "who may be the same person" takes among 10,000 saved accounts, or as many as are named.

One in ten has a counterpart that is named, shares a link or has the same handle; one in five shows one magazine's link.
"""

import contextlib
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter
from typing import Any

from server.services.same_person import reasons_for
from server.services.suggest_person import suggestions
from server.storage import schema
from server.storage.candidates import Candidates
from server.storage.connection import FILE_NAME
from server.storage.store import Store
from tests.factories import candidate
from tests.server.storage.test_members import BEFORE_CHANGED

MANY = 10_000
ASKED = 1_000
TIES = (("TT: @twin{n}.there", ""), ("", "https://own{n}.example"), ("", "https://linktr.ee/own{n}"))


def main(many: int) -> None:
    """Plant, ask, and ask once more the long way."""
    with tempfile.TemporaryDirectory(prefix="seedlist-bench-") as name:
        folder = Path(name)
        with contextlib.closing(Store.open(folder)) as store:
            planted = list(people(many))
            with store.transaction():
                for body in planted:
                    store.put("candidates", body["id"], body)
        print(f"{many:,} candidates")
        with contextlib.closing(Store.open(folder)) as store:
            look(store, planted[:: many // ASKED | 1])
        migrate_again(folder)


def people(many: int) -> Iterator[dict[str, Any]]:
    """Candidates of both platforms in turn, tied in pairs here and there."""
    for number in range(many):
        platform, pair = ("instagram", "tiktok")[number % 2], number // 2
        bio, link = TIES[pair // 10 % len(TIES)] if pair % 10 == 0 else ("", "")
        handle = f"twin{pair}.{'there' if number % 2 else 'here'}"
        shown = [link.format(n=pair)] if link else []
        shown += ["https://magazine.example/people"] if number % 5 == 0 else [f"https://linktr.ee/{handle}"]
        words = f"Mends denim, throws ceramics. {bio.format(n=pair) if not number % 2 else ''}"
        yield candidate("main", handle, platform=platform, profile={"bio": words, "links": [{"url": u} for u in shown]})


def look(store: Store, asked: list[dict[str, Any]]) -> None:
    """Suggestions by index, and for comparison one by reading everybody."""
    shelf, found = Candidates(store), [0]

    def suggest(body: dict[str, Any]) -> None:
        found[0] += bool(suggestions(store, shelf, body))

    report("suggestions", [timed(suggest, body) for body in asked])
    print(f"  {found[0]} of {len(asked)} have a suggestion")

    def read_everybody(body: dict[str, Any]) -> None:
        assert [reasons_for(body, each, lambda _: True) for each in store.rows("candidates")]

    long_way = timed(read_everybody, asked[0])
    print(f"  by reading everybody: {long_way:.0f} ms")


def timed(work: Callable[[dict[str, Any]], object], body: dict[str, Any]) -> float:
    """Milliseconds."""
    start = perf_counter()
    work(body)
    return 1000 * (perf_counter() - start)


def report(what: str, times: list[float]) -> None:
    """One line: median, 95th percentile, worst."""
    worst = quantiles(times, n=20)[-1]
    print(f"  {what}: {median(times):.2f} ms at the median, {worst:.2f} at the 95th percentile, {max(times):.2f} worst")


def migrate_again(folder: Path) -> None:
    """How long the migration takes that files what older candidates point at, with its backup."""
    with contextlib.closing(sqlite3.connect(folder / FILE_NAME)) as con:
        for statement in BEFORE_CHANGED:
            con.execute(statement)
        con.execute("DELETE FROM member WHERE path = 'traces'")
        con.execute(f"PRAGMA user_version = {schema.MIGRATIONS.index('0004_traces.sql')}")
        con.commit()
    start = perf_counter()
    Store.open(folder).close()
    print(f"  bringing an older store up to date: {perf_counter() - start:.2f} s, once")


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else MANY)
