"""A list ends on the day that was chosen, never without a week's notice, and takes with it only what is its own."""

from datetime import date

import pytest

from server.domain.candidate import SeedList
from server.domain.errors import InvalidInput, NotFound
from server.domain.gift import Gift
from server.services.bookmark_candidate import remove
from server.services.edit_lists import all_lists, find_list, rename_list
from server.services.end_lists import announce, end_lists, ended_lists, set_end
from server.services.erase_list import erase_list
from server.services.gift_ledger import drop_gift, save_gift
from server.services.saved_views import drop_view, keep_view
from server.storage.candidates import Candidates
from server.storage.store import Store
from tests.conftest import Clock
from tests.factories import a_list, put

DAY = date(2026, 12, 6)
"""A fortnight after the test clock's day."""


@pytest.fixture
def spring(store: Store) -> SeedList:
    made = a_list(store)
    put(store, made.id)
    return made


def end(store: Store, clock: Clock) -> tuple[str, ...]:
    return end_lists(store, Candidates(store), clock=clock)


def test_a_list_without_a_day_never_ends(store: Store, spring: SeedList, clock: Clock) -> None:
    clock.forward(days=4000)
    assert announce(store, clock=clock) == ()
    assert end(store, clock) == ()
    assert find_list(store, spring.id) == spring


def test_the_end_is_announced_a_week_before_and_comes_on_its_day(store: Store, spring: SeedList, clock: Clock) -> None:
    set_end(store, spring.id, DAY, clock=clock)
    clock.forward(days=6)
    assert announce(store, clock=clock) == ()
    clock.forward(days=1)
    assert [(each.list.name, each.on) for each in announce(store, clock=clock)] == [("Spring", DAY)]
    clock.forward(days=6)
    assert end(store, clock) == ()
    clock.forward(days=1)
    assert end(store, clock) == ("Spring",)
    assert all_lists(store) == ()
    assert list(store.rows("candidates")) == []


def test_nobody_who_was_away_loses_a_list_unannounced(store: Store, spring: SeedList, clock: Clock) -> None:
    set_end(store, spring.id, DAY, clock=clock)
    clock.forward(days=90)
    assert end(store, clock) == ()
    assert [each.on for each in announce(store, clock=clock)] == [date(2027, 2, 27)]
    clock.forward(days=6)
    assert end(store, clock) == ()
    assert [each.on for each in announce(store, clock=clock)] == [date(2027, 2, 27)]
    clock.forward(days=1)
    assert end(store, clock) == ("Spring",)


def test_a_clock_that_ran_ahead_for_a_moment_ends_nothing(store: Store, spring: SeedList, clock: Clock) -> None:
    set_end(store, spring.id, DAY, clock=clock)
    clock.forward(days=900)
    announce(store, clock=clock)
    assert end(store, clock) == ()
    clock.forward(days=-893)
    assert [each.on for each in announce(store, clock=clock)] == [DAY]
    assert end(store, clock) == ()


def test_a_list_that_is_kept_after_all_stays(store: Store, spring: SeedList, clock: Clock) -> None:
    set_end(store, spring.id, DAY, clock=clock)
    clock.forward(days=10)
    announce(store, clock=clock)
    set_end(store, spring.id, None, clock=clock)
    clock.forward(days=90)
    assert announce(store, clock=clock) == ()
    assert end(store, clock) == ()


def test_another_day_is_announced_anew(store: Store, spring: SeedList, clock: Clock) -> None:
    set_end(store, spring.id, DAY, clock=clock)
    clock.forward(days=10)
    announce(store, clock=clock)
    set_end(store, spring.id, date(2027, 1, 1), clock=clock)
    clock.forward(days=60)
    assert end(store, clock) == ()


def test_another_name_keeps_the_day(store: Store, spring: SeedList, clock: Clock) -> None:
    set_end(store, spring.id, DAY, clock=clock)
    assert rename_list(store, spring.id, "Summer").ends_on == DAY


def test_a_day_within_a_week_is_refused_with_the_first_that_goes(store: Store, spring: SeedList, clock: Clock) -> None:
    with pytest.raises(InvalidInput) as caught:
        set_end(store, spring.id, date(2026, 11, 28), clock=clock)
    assert "2026-11-29" in caught.value.action
    assert find_list(store, spring.id).ends_on is None


def test_what_is_said_afterwards_names_nobody_and_is_forgotten_in_a_month(
    store: Store, spring: SeedList, clock: Clock
) -> None:
    set_end(store, spring.id, DAY, clock=clock)
    clock.forward(days=8)
    announce(store, clock=clock)
    clock.forward(days=8)
    end(store, clock)
    assert ended_lists(store) == ({"id": spring.id, "name": "Spring", "on": "2026-12-08", "people": 1},)
    clock.forward(days=31)
    end(store, clock)
    assert ended_lists(store) == ()


def test_an_erased_list_takes_its_own_and_leaves_the_others(store: Store, spring: SeedList, clock: Clock) -> None:
    autumn = a_list(store, "Autumn")
    for made in (spring, autumn):
        put(store, made.id)
        put(store, made.id, "sol.weaves")
        remove(store, put(store, made.id, "off.again"), clock=clock)
        for product in ("Coat", "Cap"):
            gift = Gift(list_id=made.id, platform="instagram", handle="sol.weaves", product=product)
            kept = save_gift(store, gift, clock=clock)
        drop_gift(store, kept.id)
        keep_view(store, made.id, "Small", "tier=nano")
        drop_view(store, made.id, keep_view(store, made.id, "Near", "fit=30").id)
    assert erase_list(store, Candidates(store), spring.id) == 2
    tables = ("lists", "candidates", "removed", "gifts", "gifts_before", "views", "removed_views")
    left = {table: list(store.rows(table)) for table in tables}
    assert spring.id not in str(left)
    assert {table: len(rows) for table, rows in left.items()} == dict.fromkeys(tables, 1) | {"candidates": 2}


def test_an_unknown_list_is_not_erased(store: Store) -> None:
    with pytest.raises(NotFound):
        erase_list(store, Candidates(store), "none")
