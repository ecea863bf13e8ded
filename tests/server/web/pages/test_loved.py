"""What a loved account shows becomes a wish, one click each."""

import pytest
from flask.testing import FlaskClient

from server.services.edit_brands import find_brand
from server.storage.store import Store
from tests.factories import a_list, put


@pytest.fixture
def key(store: Store) -> str:
    store.put("brands", "fenn", {"id": "fenn", "name": "Harrow Fenn"})
    return put(store, a_list(store, "Spring", "fenn").id)


def test_it_shows_the_words_of_the_account(pages: FlaskClient, key: str) -> None:
    shown = pages.get(f"/brands/fenn/loved?key={key}").text
    assert "What Tilda Varro shows" in shown
    assert "<mark>ceramics</mark>" in shown
    assert 'value="signals:handmade"' in shown


def test_one_click_makes_a_wish(pages: FlaskClient, store: Store, key: str) -> None:
    pages.post("/brands/fenn/loved", data={"key": key, "take": "signals:handmade"})
    brand = find_brand(store, "fenn")
    assert (dict(brand.niches), dict(brand.signals)) == ({}, {"handmade": 0.8})


def test_all_are_taken_at_once(pages: FlaskClient, store: Store, key: str) -> None:
    pages.post("/brands/fenn/loved", data={"key": key, "take": "all"})
    brand = find_brand(store, "fenn")
    assert (dict(brand.niches), dict(brand.signals)) == ({"ceramics": 0.9}, {"handmade": 0.8})


def test_what_the_account_does_not_show_cannot_be_taken(pages: FlaskClient, store: Store, key: str) -> None:
    pages.post("/brands/fenn/loved", data={"key": key, "take": "niches:running"})
    assert dict(find_brand(store, "fenn").niches) == {}


def test_somebody_of_another_brand_is_not_offered(pages: FlaskClient, store: Store, key: str) -> None:
    store.put("brands", "lowtide", {"id": "lowtide", "name": "Lowtide"})
    other = put(store, a_list(store, "Autumn", "lowtide").id, "otto", profile={"name": "Otto"})
    assert "Otto" not in pages.get(f"/brands/fenn/loved?key={other}").text


def test_with_nobody_saved_the_page_teaches(pages: FlaskClient, store: Store) -> None:
    store.put("brands", "fenn", {"id": "fenn", "name": "Harrow Fenn"})
    assert "Nobody is saved yet" in pages.get("/brands/fenn/loved").text
