"""Weights are looked at before they are saved, and can be taken back."""

import pytest
from flask.testing import FlaskClient

from server.domain.brand import Brand
from server.scoring.weights import load_weights
from server.services.edit_brands import find_brand
from server.storage.store import Store
from tests.factories import a_list, annotation, put

NICHE = {"niche_overlap": "0"}


@pytest.fixture
def brand(store: Store) -> Brand:
    body = {"id": "fenn", "name": "Harrow Fenn", "niches": {"ceramics": 1.0}, "tiers": ["macro"]}
    store.put("brands", "fenn", body)
    return find_brand(store, "fenn")


@pytest.fixture
def two(store: Store, brand: Brand) -> None:
    """One that shows the niche, one that has the size."""
    spring = a_list(store, "Spring", brand.id)
    put(store, spring.id, "potter", profile={"name": "The Potter"})
    macro = {"id": "macro", "nested": None, "label": "macro", "followers": 300_000, "certain": True}
    other = [annotation()["niches"][0] | {"id": "running"}]
    put(store, spring.id, "runner", profile={"name": "The Runner"}, annotation={"tier": macro, "niches": other})


def first_of(shown: str) -> str:
    body = shown.split('class="standing"')[1].split("<tbody>")[1]
    return body.split("</a>")[0].rsplit(">", 1)[1]


def fields(**weights: str) -> dict[str, str]:
    return {f"weight:{part}": weight for part, weight in weights.items()}


def alone(part: str) -> dict[str, str]:
    """Nothing else counts."""
    return fields(**{each: "5" if each == part else "0" for each in load_weights()["seeding"]})


def test_a_look_changes_the_order_and_stores_nothing(pages: FlaskClient, store: Store, brand: Brand, two: None) -> None:
    by_niche = pages.get("/brands/fenn/weights", query_string=alone("niche_overlap")).text
    by_size = pages.get("/brands/fenn/weights", query_string=alone("tier_match")).text
    assert (first_of(by_niche), first_of(by_size)) == ("The Potter", "The Runner")
    assert "Nothing is saved yet" in by_size
    assert find_brand(store, "fenn") == brand


def test_saved_weights_change_the_fit_of_those_saved(pages: FlaskClient, store: Store, two: None) -> None:
    pages.post("/brands/fenn/weights", data=alone("tier_match"))
    scores = {row["handle"]: row["annotation"]["fit"]["score"] for row in store.rows("candidates")}
    assert scores["runner"] > scores["potter"]


def test_only_other_numbers_than_the_goals_are_kept(pages: FlaskClient, store: Store, brand: Brand) -> None:
    usual = load_weights()["seeding"]
    typed = {part: str(weight) for part, weight in usual.items()} | {"craft": "7,5"}
    pages.post("/brands/fenn/weights", data=fields(**typed))
    assert dict(find_brand(store, "fenn").weights) == {"craft": 7.5}


def test_as_the_goal_says_takes_own_weights_away(pages: FlaskClient, store: Store, brand: Brand) -> None:
    pages.post("/brands/fenn/weights", data=fields(craft="9"))
    pages.post("/brands/fenn/weights", data={"do": "reset", **fields(craft="9")})
    assert dict(find_brand(store, "fenn").weights) == {}


def test_a_change_is_taken_back(pages: FlaskClient, store: Store, brand: Brand) -> None:
    pages.post("/brands/fenn/weights", data=fields(craft="9"))
    shown = pages.post("/brands/fenn/weights", data={"do": "reset"}, follow_redirects=True).text
    assert 'action="/brands/fenn/weights/undo"' in shown
    pages.post("/brands/fenn/weights/undo")
    assert dict(find_brand(store, "fenn").weights) == {"craft": 9.0}


@pytest.mark.parametrize("given", [{"craft": "-1"}, {"craft": "nan"}, {"craft": "much"}, {"fame": "3"}])
def test_what_is_no_weight_is_refused(pages: FlaskClient, store: Store, brand: Brand, given: dict[str, str]) -> None:
    assert pages.post("/brands/fenn/weights", data=fields(**given)).status_code == 422
    assert find_brand(store, "fenn") == brand


def test_without_anybody_saved_the_page_says_so(pages: FlaskClient, brand: Brand) -> None:
    assert "Nobody is saved for this brand yet" in pages.get("/brands/fenn/weights").text
