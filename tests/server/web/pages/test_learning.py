"""Own choices teach weights, with the proof in words; only a click takes them, and one takes them back."""

from typing import Any

import pytest
from flask.testing import FlaskClient

from server.services.edit_brands import find_brand
from server.storage.store import Store
from tests.factories import a_list, annotation, put

POTTER = annotation()["niches"]
RUNNER = [POTTER[0] | {"id": "running"}]
MACRO = {"id": "macro", "nested": None, "label": "macro", "followers": 300_000, "certain": True}
MICRO = annotation()["tier"]


@pytest.fixture
def spring(store: Store) -> str:
    store.put("brands", "fenn", {"id": "fenn", "name": "Harrow Fenn", "niches": {"ceramics": 1.0}, "tiers": ["macro"]})
    return a_list(store, "Spring", "fenn").id


def choose(store: Store, list_id: str, stage: str, how_many: int, **shown: Any) -> None:
    for number in range(how_many):
        put(store, list_id, f"{stage}{number}", stage=stage, annotation=shown)


def taste_for_size(store: Store, list_id: str) -> None:
    """Somebody who takes the big ones, against the niche that was described."""
    choose(store, list_id, "yes", 6, tier=MACRO, niches=RUNNER)
    choose(store, list_id, "no", 6, tier=MICRO, niches=POTTER)


def test_a_taste_that_the_table_misses_is_offered_with_its_proof(pages: FlaskClient, store: Store, spring: str) -> None:
    taste_for_size(store, spring)
    shown = pages.get("/brands/fenn/learning").text
    assert "order right in <b>36 of 36 pairs</b>, was 0" in shown
    assert "6 liked, 6 set to No" in shown


def test_looking_changes_nothing(pages: FlaskClient, store: Store, spring: str) -> None:
    taste_for_size(store, spring)
    pages.get("/brands/fenn/learning")
    assert dict(find_brand(store, "fenn").weights) == {}


def test_a_click_takes_the_weights_and_another_takes_them_back(pages: FlaskClient, store: Store, spring: str) -> None:
    taste_for_size(store, spring)
    shown = pages.post("/brands/fenn/learning", follow_redirects=True).text
    learned = find_brand(store, "fenn").weights
    assert learned["tier_match"] > 1.5 > learned["niche_overlap"] / 6
    assert 'action="/brands/fenn/weights/undo"' in shown
    pages.post("/brands/fenn/weights/undo")
    assert dict(find_brand(store, "fenn").weights) == {}


def test_a_taste_that_the_table_knows_is_not_offered(pages: FlaskClient, store: Store, spring: str) -> None:
    choose(store, spring, "yes", 4, niches=POTTER)
    choose(store, spring, "no", 4, niches=RUNNER)
    shown = pages.get("/brands/fenn/learning").text
    assert "nothing is offered" in shown
    assert pages.post("/brands/fenn/learning").status_code == 409


def test_few_choices_ask_for_more(pages: FlaskClient, store: Store, spring: str) -> None:
    choose(store, spring, "yes", 2)
    assert "It takes 3 people whom you liked and 3 set to No" in pages.get("/brands/fenn/learning").text


def test_spotted_people_are_no_choice(pages: FlaskClient, store: Store, spring: str) -> None:
    choose(store, spring, "spotted", 5)
    choose(store, spring, "quiet", 5)
    assert "0 liked, 0 set to No" in pages.get("/brands/fenn/learning").text
