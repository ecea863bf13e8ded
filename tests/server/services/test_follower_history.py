"""An account read twice shows where it is going."""

from dataclasses import replace
from datetime import timedelta

from server.domain.candidate import Candidate
from server.domain.profile import Count, Profile
from server.services.bookmark_candidate import bookmark, change
from server.services.edit_lists import add_list
from server.services.follower_history import momentum_of_candidate, sightings_of
from server.storage.store import Store
from tests.conftest import Clock
from tests.server.services.test_bookmark_candidate import SAID, TILDA


def read_on(store: Store, clock: Clock, *readings: tuple[int, int | None]) -> Candidate:
    """The candidate after readings of (days later, followers)."""
    made = add_list(store, "A", None, clock=clock)
    for days, followers in readings:
        clock.forward(days=days)
        shown = replace(TILDA, followers=None if followers is None else Count(value=followers))
        saved = bookmark(store, made, _stamped(shown, clock), SAID, clock=clock, keep_contacts=False)
    return saved


def _stamped(profile: Profile, clock: Clock) -> Profile:
    return replace(profile, captured_at=clock())


def test_the_note_says_from_what_to_what_in_how_many_days(store: Store, clock: Clock) -> None:
    candidate = read_on(store, clock, (0, 3_900), (15, 4_100), (25, 4_600))
    assert list(candidate.annotation["notes"]) == ["3.9K → 4.6K followers in 40 days"]
    assert [one.followers.value for one in sightings_of(candidate)] == [3_900, 4_100, 4_600]


def test_read_once_there_is_no_direction(store: Store, clock: Clock) -> None:
    candidate = read_on(store, clock, (0, 3_900))
    assert momentum_of_candidate(candidate) is None
    assert list(candidate.annotation["notes"]) == []


def test_a_reading_without_followers_is_no_sighting(store: Store, clock: Clock) -> None:
    candidate = read_on(store, clock, (0, None), (40, 4_600))
    assert momentum_of_candidate(candidate) is None
    assert candidate.history[-1].value is None


def test_without_a_time_of_its_own_the_reading_counts_from_when_it_was_saved(store: Store, clock: Clock) -> None:
    made = add_list(store, "A", None, clock=clock)
    shown = replace(TILDA, followers=Count(value=3_900))
    key = bookmark(store, made, shown, SAID, clock=clock, keep_contacts=False).id
    start = clock()
    clock.forward(days=3)
    candidate = change(store, key, {"note": "later"}, clock=clock)
    assert [one.at - start for one in sightings_of(candidate)] == [timedelta()]
