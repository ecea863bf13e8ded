"""Filters stand in the address, can be taken away one by one or all at once, and say which to loosen."""

import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from server.domain.candidate import SeedList
from server.storage.store import Store
from server.web.pages import filters, view_args
from tests.conftest import Clock
from tests.factories import a_list, fit, put

PANEL = (Path(view_args.__file__).parents[1] / "templates" / "lists" / "toolbar.html").read_text("utf-8")
LISBON = {"text": "Lisbon", "country": "PT", "evidence": []}


@pytest.fixture
def spring(store: Store) -> SeedList:
    return a_list(store)


def rows(shown: str) -> list[str]:
    return re.findall(r'data-row id="r-[^"]*\.([^".]+)"', shown)


def test_every_filter_has_its_words_and_its_field() -> None:
    assert set(filters.WORDS) == set(view_args.FILTERS), "give the filter its words in pages/filters.py"
    for name in view_args.FILTERS:
        is_there = f'name="{name}"' in PANEL or f'listed("{name}"' in PANEL
        assert is_there, f"give the filter {name} a field in templates/lists/toolbar.html"


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("place=PT", ["old"]),
        ("place=Lisbon", ["old"]),
        ("language=de", ["new"]),
        ("saved=7", ["new"]),
        ("saved=90", ["new", "old"]),
        ("since=2026-11-21", ["new"]),
        ("until=2026-11-21", ["old"]),
        ("since=2026-11-01&until=2026-11-01", ["old"]),
        ("since=soon&until=31&saved=x", ["new", "old"]),
        ("place=PT&saved=7", []),
    ],
)
def test_people_are_found(
    pages: FlaskClient, store: Store, spring: SeedList, clock: Clock, query: str, names: list[str]
) -> None:
    put(store, spring.id, "old", saved_at="2026-11-01T23:30:00.000Z", annotation={"places": [LISBON]})
    put(store, spring.id, "new", saved_at="2026-11-22T09:00:00.000Z", annotation={"languages": ["de"]})
    assert rows(pages.get(f"/lists/{spring.id}?{query}").text) == names


def test_what_is_on_the_list_is_offered_with_how_often(pages: FlaskClient, store: Store, spring: SeedList) -> None:
    put(store, spring.id, "a", tags=["wool"], annotation={"places": [LISBON]})
    shown = pages.get(f"/lists/{spring.id}").text
    for words in ('<option value="PT">Portugal (1)', '<option value="wool">wool (1)', '<option value="en">English (1)'):
        assert words in shown


def test_all_filters_go_at_once_but_order_and_look_stay(pages: FlaskClient, store: Store, spring: SeedList) -> None:
    put(store, spring.id)
    shown = pages.get(f"/lists/{spring.id}?tier=nano&fit=10&sort=-fit&look=cards&page=1").text
    assert '<a class="plain" href="?sort=-fit&amp;look=cards">Clear all</a>' in shown


def test_nobody_says_what_to_loosen(pages: FlaskClient, store: Store, spring: SeedList) -> None:
    put(store, spring.id, "low", annotation={"fit": fit(20)}, tags=["wool"])
    put(store, spring.id, "lower", annotation={"fit": fit(10)}, tags=["wool"])
    shown = pages.get(f"/lists/{spring.id}?fit=90&tag=wool").text
    assert "Nobody matches" in shown
    assert re.search(r'<a href="\?tag=wool">Without <b>Fit from 90</b></a> <span class="quiet">2 people', shown)
    assert "Without <b>Tag" not in shown


def test_when_no_single_filter_is_the_reason_it_says_so(pages: FlaskClient, store: Store, spring: SeedList) -> None:
    put(store, spring.id)
    assert "No single filter is the reason" in pages.get(f"/lists/{spring.id}?fit=99&tag=nobody").text


def test_a_country_is_named_and_what_is_none_stays_as_it_is(pages: FlaskClient, store: Store, spring: SeedList) -> None:
    put(store, spring.id, annotation={"places": [LISBON, {"text": "Nowhere", "country": "ZZ", "evidence": []}]})
    shown = pages.get(f"/lists/{spring.id}?place=PT").text
    for words in ('"PT">Portugal (1)', '"Lisbon">Lisbon (1)', "Place: Portugal"):
        assert words in shown
    assert '"ZZ">' in shown


@pytest.mark.parametrize("name", view_args.MANY)
def test_an_address_with_a_thousand_values_is_answered(pages: FlaskClient, spring: SeedList, name: str) -> None:
    query = "&".join(f"{name}=v{number}&{name}=v{number}" for number in range(1_000))
    answer = pages.get(f"/lists/{spring.id}?{query}")
    assert answer.status_code == 200


def test_doubles_are_taken_once_and_only_so_many() -> None:
    given = view_args.Args([("tag", f"t{number % 90}") for number in range(500)])
    kept = view_args.cleaned(given).getlist("tag")
    assert kept == [f"t{number}" for number in range(view_args.MOST_OF_ONE)]
