"""A clock that was put back or forward makes nothing negative, loses nothing and turns no order around."""

from dataclasses import replace

from server.domain.profile import Count
from server.services.bookmark_candidate import bookmark, change, find_candidate
from server.services.compare_sighting import since_saved
from server.services.edit_lists import add_list
from server.services.follower_history import momentum_of_candidate
from server.services.note_sighting import note_sighting
from server.services.seen_profiles import Glance, SeenProfiles
from server.storage.store import Store
from tests.conftest import Clock
from tests.server.services.test_compare_sighting import READ, SAVED
from tests.server.services.test_follower_history import read_on

GROWN = replace(SAVED, followers=Count(value=4_600))


def saved(store: Store, clock: Clock, *, browser_ahead: float = 0) -> str:
    """A candidate whose profile was read by a browser so many hours ahead of the server."""
    made = add_list(store, "A", None, clock=clock)
    theirs = Clock()
    theirs.time = clock()
    theirs.forward(hours=browser_ahead)
    seen = replace(SAVED, captured_at=theirs())
    return bookmark(store, made, seen, READ, clock=clock, keep_contacts=False).id


def test_a_browser_a_day_ahead_does_not_read_after_the_next_look(store: Store, clock: Clock) -> None:
    key = saved(store, clock, browser_ahead=24)
    clock.forward(hours=2)
    note_sighting(store, [key], GROWN, READ, clock=clock, keep_contacts=False)
    found = since_saved(store.get("candidates", key) or {})
    assert found
    assert (found.saved_on, found.seen_on) == ("2026-11-22T12:00:00.000Z", "2026-11-22T14:00:00.000Z")


def test_a_browser_a_day_behind_keeps_its_own_time(store: Store, clock: Clock) -> None:
    key = saved(store, clock, browser_ahead=-24)
    clock.forward(hours=2)
    note_sighting(store, [key], GROWN, READ, clock=clock, keep_contacts=False)
    found = since_saved(store.get("candidates", key) or {})
    assert found
    assert found.saved_on[:10] == "2026-11-21"


def test_a_look_after_the_clock_was_put_back_is_noted_and_not_dated_before_the_saving(
    store: Store, clock: Clock
) -> None:
    key = saved(store, clock)
    clock.forward(days=-1)
    note_sighting(store, [key], GROWN, READ, clock=clock, keep_contacts=False)
    found = since_saved(store.get("candidates", key) or {})
    assert found
    assert found.followers
    assert found.seen_on >= found.saved_on


def test_of_two_looks_the_later_one_stands_also_when_the_clock_was_put_back_between_them(
    store: Store, clock: Clock
) -> None:
    key = saved(store, clock)
    clock.forward(days=7)
    note_sighting(store, [key], GROWN, READ, clock=clock, keep_contacts=False)
    clock.forward(days=-2)
    fewer = replace(SAVED, bio=None, followers=Count(value=3_000))
    note_sighting(store, [key], fewer, READ, clock=clock, keep_contacts=False)
    seen = (store.get("candidates", key) or {})["seen_again"]
    assert seen["followers"]["value"] == 3_000
    assert seen["bio"] is None, "of another visit: nothing is taken over from the one before"


def test_versions_stand_in_the_order_in_which_they_were_made(store: Store, clock: Clock) -> None:
    key = saved(store, clock)
    for days, note in ((1, "first"), (-3, "second"), (1, "third")):
        clock.forward(days=days)
        change(store, key, {"note": note}, clock=clock)
    candidate = find_candidate(store, key)
    assert (candidate.note, candidate.revision) == ("third", 4)
    assert [event.value for event in candidate.history[1:]] == ["first", "second", "third"]


def test_no_direction_is_told_where_a_later_reading_has_an_earlier_time(store: Store, clock: Clock) -> None:
    candidate = read_on(store, clock, (0, 3_900), (-40, 4_600))
    assert momentum_of_candidate(candidate) is None
    assert list(candidate.annotation["notes"]) == []


def test_what_was_merely_looked_at_is_not_kept_longer_by_a_clock_put_back(clock: Clock) -> None:
    seen = SeenProfiles(clock, minutes=120)
    glance = Glance(brand=None, at=clock(), tier="micro", nested=None, certain=True, fit=None)
    seen.add("instagram", "tilda.mends", glance)
    clock.forward(days=-1)
    assert seen.get("instagram", "tilda.mends", None) is None
