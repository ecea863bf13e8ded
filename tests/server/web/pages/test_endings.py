"""A list ends on a chosen day; a week before, the page says so and offers to keep it; erasing is asked twice."""

from datetime import date

import pytest
from flask.testing import FlaskClient

from server.domain.candidate import SeedList
from server.services.edit_lists import all_lists, find_list
from server.storage.store import Store
from tests.conftest import Clock
from tests.factories import a_list, put


@pytest.fixture
def spring(store: Store) -> SeedList:
    made = a_list(store)
    put(store, made.id)
    return made


def choose_day(pages: FlaskClient, spring: SeedList, day: str) -> str:
    answer = pages.post(f"/lists/{spring.id}/end", data={"ends_on": day}, follow_redirects=True)
    return answer.text


def test_a_day_is_set_shown_and_taken_away(pages: FlaskClient, store: Store, spring: SeedList) -> None:
    assert "Ends 6 Dec 2026" in choose_day(pages, spring, "2026-12-06")
    assert "ends 6 Dec 2026" in pages.get("/lists").text
    assert find_list(store, spring.id).ends_on == date(2026, 12, 6)
    assert "The list is kept." in choose_day(pages, spring, "")
    assert find_list(store, spring.id).ends_on is None


@pytest.mark.parametrize("address", ["/lists", "/lists/{list}"])
def test_the_last_week_is_announced_where_lists_are(
    pages: FlaskClient, spring: SeedList, clock: Clock, address: str
) -> None:
    choose_day(pages, spring, "2026-12-06")
    assert "is erased on" not in pages.get(address.format(list=spring.id)).text
    clock.forward(days=7)
    shown = pages.get(address.format(list=spring.id)).text
    assert "Spring is erased on 6 Dec 2026" in shown
    assert "Keep it" in shown
    assert "Export it first" in shown


def test_on_its_day_the_list_is_gone_and_the_page_says_why(
    pages: FlaskClient, store: Store, spring: SeedList, clock: Clock
) -> None:
    choose_day(pages, spring, "2026-12-06")
    clock.forward(days=8)
    pages.get("/lists")
    clock.forward(days=7)
    assert "Spring ended on 7 Dec 2026 as you had chosen: 1 person was erased from it." in pages.get("/lists").text
    assert all_lists(store) == ()


def test_the_badge_alone_is_enough_to_end_a_list(
    pages: FlaskClient, api: FlaskClient, store: Store, spring: SeedList, clock: Clock
) -> None:
    choose_day(pages, spring, "2026-12-06")
    clock.forward(days=8)
    pages.get("/lists")
    clock.forward(days=7)
    assert api.get("/api/state").status_code == 200
    assert all_lists(store) == ()


@pytest.mark.parametrize("day", ["2026-11-23", "tomorrow", "2026-13-01"])
def test_what_is_no_day_or_too_early_is_refused_in_words(
    pages: FlaskClient, store: Store, spring: SeedList, day: str
) -> None:
    answer = pages.post(f"/lists/{spring.id}/end", data={"ends_on": day})
    assert answer.status_code == 422
    assert "Choose" in answer.text
    assert find_list(store, spring.id).ends_on is None


def test_a_list_is_erased_at_once_only_when_asked_twice(pages: FlaskClient, store: Store, spring: SeedList) -> None:
    pages.post(f"/lists/{spring.id}/erase")
    assert [found.id for found in all_lists(store)] == [spring.id]
    answer = pages.post(f"/lists/{spring.id}/erase", data={"sure": "yes"}, follow_redirects=True)
    assert "The list is erased" in answer.text
    assert all_lists(store) == ()
    assert list(store.rows("candidates")) == []
