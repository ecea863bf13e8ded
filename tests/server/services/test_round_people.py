"""The round's people are counted as by reading everybody, but only those are read whose stage does not say it all."""

from itertools import product

from server.domain.account import Account
from server.domain.candidate import STAGES
from server.services.join_accounts import all_joins, join
from server.services.ports import CandidatePage, CandidateView
from server.services.round_people import COUNTED, people_of_round, reached_by
from server.services.whole_view import everybody
from server.storage.candidates import Candidates
from server.storage.store import Store
from tests.conftest import Clock
from tests.factories import a_list, put


class Watched(Candidates):
    """Notes how many bodies were read."""

    read = 0

    def page(self, view: CandidateView) -> CandidatePage:
        found = super().page(view)
        self.read += len(found.rows)
        return found


def of_every_kind(store: Store, list_id: str, clock: Clock) -> None:
    """Everybody at a stage after another one, on both platforms, some of them joined."""
    for number, (before, now) in enumerate(product(STAGES, STAGES)):
        history = [{"at": "2026-11-01T10:00:00.000Z", "what": "stage", "value": stage} for stage in (before, now)]
        for platform, stage in (("instagram", now), ("tiktok", before)):
            put(store, list_id, f"person.{number}", platform=platform, stage=stage, history=history)
        if number % 3 == 0:
            pair = (Account(platform=platform, handle=f"person.{number}") for platform in ("instagram", "tiktok"))
            join(store, Candidates(store), *pair, clock=clock)


def test_counting_finds_what_reading_everybody_finds(store: Store, clock: Clock) -> None:
    spring, autumn = a_list(store), a_list(store, "Autumn")
    of_every_kind(store, spring.id, clock)
    put(store, autumn.id, "person.0", stage="asked")
    joins, shelf = all_joins(store), Candidates(store)
    for made in (spring, autumn):
        whole = reached_by(everybody(shelf, CandidateView(list_id=made.id, stages=COUNTED)), joins)
        assert people_of_round(store, shelf, made.id, joins) == whole


def test_nobody_is_read_for_being_on_the_list(store: Store) -> None:
    spring = a_list(store)
    for number in range(40):
        put(store, spring.id, f"person.{number}", stage="sent" if number % 2 else "spotted")
    put(store, spring.id, "quiet.one", stage="quiet")
    shelf = Watched(store)
    assert sum(people_of_round(store, shelf, spring.id, {}).values()) == 21
    assert shelf.read <= len(COUNTED) + 1
