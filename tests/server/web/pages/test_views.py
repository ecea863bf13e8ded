"""A filter and an order are kept under a name, for one list, and come back when removed by mistake."""

import re

import pytest
from flask.testing import FlaskClient

from server.domain.candidate import SeedList
from server.services.saved_views import MOST, keep_view, views_of
from server.storage.store import Store
from tests.factories import a_list, put


@pytest.fixture
def spring(store: Store) -> SeedList:
    made = a_list(store)
    put(store, made.id)
    return made


def keep(pages: FlaskClient, spring: SeedList, name: str = "Small and near", query: str = "tier=nano&fit=30") -> str:
    answer = pages.post(f"/lists/{spring.id}/views", data={"name": name, "query": query})
    return str(answer.headers.get("Location", answer.text))


def tabs(shown: str) -> list[str]:
    found = re.search(r'aria-label="Views of this list">(.*?)</nav>', shown, re.DOTALL)
    return re.findall(r">([^<]+)</a>", found[1]) if found else []


def test_a_view_is_kept_and_shown_as_a_tab_of_its_list_alone(
    pages: FlaskClient, store: Store, spring: SeedList
) -> None:
    other = a_list(store, "Autumn")
    put(store, other.id)
    shown = pages.get(keep(pages, spring)).text
    assert tabs(shown) == ["All", "Small and near"]
    assert '<a href="?tier=nano&amp;fit=30" aria-current="page">Small and near</a>' in shown
    assert tabs(pages.get(f"/lists/{other.id}").text) == []


def test_the_same_filter_in_another_sequence_is_the_same_view(pages: FlaskClient, spring: SeedList) -> None:
    keep(pages, spring)
    shown = pages.get(f"/lists/{spring.id}?fit=30&look=cards&tier=nano").text
    assert re.search(r'aria-current="page">Small and near', shown)


def test_a_view_keeps_neither_page_nor_words_of_others(pages: FlaskClient, store: Store, spring: SeedList) -> None:
    keep(pages, spring, query="q=clay&page=3&look=cards&evil=1&said=erased")
    assert [view.query for view in views_of(store, spring.id)] == ["q=clay"]


def test_a_view_is_renamed(pages: FlaskClient, store: Store, spring: SeedList) -> None:
    view = keep_view(store, spring.id, "Clay", "q=clay")
    pages.post(f"/lists/{spring.id}/views/{view.id}/rename", data={"name": "Clay people"})
    assert [found.name for found in views_of(store, spring.id)] == ["Clay people"]


def test_a_removed_view_comes_back(pages: FlaskClient, store: Store, spring: SeedList) -> None:
    view = keep_view(store, spring.id, "Clay", "q=clay")
    gone = pages.post(f"/lists/{spring.id}/views/{view.id}/remove", follow_redirects=True).text
    assert views_of(store, spring.id) == ()
    assert f'action="/lists/{spring.id}/views/undo"' in gone
    pages.post(f"/lists/{spring.id}/views/undo")
    assert views_of(store, spring.id) == (view,)


@pytest.mark.parametrize("name", ["", "x" * 41, "clay"])
def test_a_name_that_cannot_be_is_refused(pages: FlaskClient, store: Store, spring: SeedList, name: str) -> None:
    keep_view(store, spring.id, "Clay", "q=clay")
    assert pages.post(f"/lists/{spring.id}/views", data={"name": name, "query": "fit=3"}).status_code == 422
    assert len(views_of(store, spring.id)) == 1


def test_there_are_only_so_many(pages: FlaskClient, store: Store, spring: SeedList) -> None:
    for number in range(MOST):
        keep_view(store, spring.id, f"View {number}", "")
    assert "at most" in keep(pages, spring)


def test_a_view_of_another_list_is_not_touched(pages: FlaskClient, store: Store, spring: SeedList) -> None:
    other = a_list(store, "Autumn")
    view = keep_view(store, other.id, "Clay", "q=clay")
    assert pages.post(f"/lists/{spring.id}/views/{view.id}/remove").status_code == 404
    assert views_of(store, other.id) == (view,)
