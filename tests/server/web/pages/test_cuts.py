"""A brand chooses a convention for sizes or sets its own, and the form gives back what it was given."""

import pytest
from flask.testing import FlaskClient

from server.scoring.own_cuts import cuts_of
from server.services.edit_brands import find_brand
from server.storage.store import Store

OWN = {"tier_cuts": "own", "low:micro": "2,000", "high:micro": "50000", "low:macro": "50000", "high:macro": ""}


@pytest.fixture(autouse=True)
def fenn(store: Store) -> None:
    store.put("brands", "fenn", {"id": "fenn", "name": "Harrow Fenn"})


def test_a_convention_is_chosen_by_name(pages: FlaskClient, store: Store) -> None:
    pages.post("/brands/fenn", data={"tier_cuts": "ten-k"})
    assert find_brand(store, "fenn").tier_cuts == "ten-k"
    assert '<option value="ten-k" selected>' in pages.get("/brands/fenn").text


def test_own_numbers_are_kept_and_shown(pages: FlaskClient, store: Store) -> None:
    pages.post("/brands/fenn", data=OWN)
    found = [(cut.id, cut.low, cut.high) for cut in cuts_of(find_brand(store, "fenn"))]
    assert found == [("micro", 2000, 50000), ("macro", 50000, None)]
    shown = pages.get("/brands/fenn").text
    assert '<option value="own" selected>' in shown
    assert 'aria-label="Micro from" value="2000"' in shown


def test_the_usual_convention_takes_own_numbers_away(pages: FlaskClient, store: Store) -> None:
    pages.post("/brands/fenn", data=OWN)
    pages.post("/brands/fenn", data=OWN | {"tier_cuts": "article"})
    assert not find_brand(store, "fenn").tier_cuts


@pytest.mark.parametrize(
    "wrong",
    [{"tier_cuts": "giant"}, {"tier_cuts": "own"}, OWN | {"low:macro": "many"}, OWN | {"low:macro": "30000"}],
)
def test_cuts_that_make_no_sense_are_refused(pages: FlaskClient, store: Store, wrong: dict[str, str]) -> None:
    before = find_brand(store, "fenn")
    assert pages.post("/brands/fenn", data=wrong).status_code == 422
    assert find_brand(store, "fenn") == before
