"""A changed brand changes the fit of those saved for it, and nobody's notes."""

from flask.testing import FlaskClient

from server.domain.brand import Brand
from server.services.refit_lists import refit_lists
from server.storage.candidates import Candidates
from server.storage.store import Store
from tests.factories import a_list, put


def score(store: Store, key: str) -> int | None:
    """The stored fit."""
    body = store.get("candidates", key)
    assert body is not None
    found: int | None = body["annotation"]["fit"]["score"]
    return found


def test_only_lists_of_the_brand_are_refitted(store: Store) -> None:
    brand = Brand(id="b1", name="Harrow Fenn", niches={"running": 1.0})
    own, other = put(store, a_list(store, brand="b1").id), put(store, a_list(store, "Other", "b2").id)
    assert refit_lists(store, Candidates(store), brand, with_unnamed=False) == 1
    assert score(store, own) != 74
    assert score(store, other) == 74


def test_a_nearer_brand_fits_better_and_notes_stay(store: Store) -> None:
    key = put(store, a_list(store).id, note="kept", stage="asked")
    scores = []
    for niche in ("running", "ceramics"):
        brand = Brand(id="b1", name="Harrow Fenn", niches={niche: 1.0})
        refit_lists(store, Candidates(store), brand, with_unnamed=True)
        scores.append(score(store, key) or 0)
    body = store.get("candidates", key)
    assert scores[0] < scores[1]
    assert body is not None
    assert (body["note"], body["stage"]) == ("kept", "asked")


def test_the_same_brand_again_writes_nothing(store: Store) -> None:
    key = put(store, a_list(store).id)
    brand = Brand(id="b1", name="Harrow Fenn", niches={"ceramics": 1.0})
    refit_lists(store, Candidates(store), brand, with_unnamed=True)
    before = store.revision("candidates", key)
    assert refit_lists(store, Candidates(store), brand, with_unnamed=True) == 0
    assert store.revision("candidates", key) == before


def test_saving_the_brand_refits_its_list(pages: FlaskClient, store: Store) -> None:
    address = pages.post("/brands", data={"name": "Harrow Fenn"}).headers["Location"].split("?")[0]
    key = put(store, a_list(store).id)
    pages.post(address, data={"has_niches": "1", "add_niches": "running"})
    assert score(store, key) != 74
