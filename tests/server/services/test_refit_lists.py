"""A changed brand changes the fit of those saved for it, and nobody's notes."""

from flask.testing import FlaskClient

from server.domain.brand import Brand, Span, TierId
from server.scoring.engagement_table import load_engagement
from server.services.ports import Body
from server.services.refit_lists import refit_lists
from server.storage.candidates import Candidates
from server.storage.store import Store
from tests.factories import a_list, put


def said(store: Store, key: str) -> Body:
    """The stored annotation."""
    body = store.get("candidates", key)
    assert body is not None
    found: Body = body["annotation"]
    return found


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


def test_the_tier_and_its_band_follow_the_brands_own_cuts(store: Store) -> None:
    key = put(store, a_list(store).id, profile={"followers": {"value": 9_000, "exact": True}})
    cuts: dict[TierId, Span] = {"micro": (500, 8_000), "macro": (8_000, None)}
    refit_lists(store, Candidates(store), Brand(id="b1", name="Harrow Fenn", tier_cuts=cuts), with_unnamed=True)
    assert said(store, key)["tier"]["label"] == "macro"
    macro = load_engagement().platforms["instagram"].bands.by_tier["macro"]
    assert said(store, key)["engagement"]["usual"] == list(macro)
    refit_lists(store, Candidates(store), Brand(id="b1", name="Harrow Fenn"), with_unnamed=True)
    assert said(store, key)["tier"]["label"] == "micro"


def test_a_rival_is_noted_for_the_brand_that_has_it_and_for_no_other(store: Store) -> None:
    key = put(store, a_list(store).id)
    for rivals, noted in ((("Omble",), ["names a rival: Omble"]), ((), [])):
        refit_lists(store, Candidates(store), Brand(id="b1", name="Harrow Fenn", rivals=rivals), with_unnamed=True)
        notes = said(store, key)["notes"]
        assert notes == [*noted, "likes hidden on 1 post"]


def test_a_brand_changed_over_the_api_refits_its_lists(api: FlaskClient, store: Store) -> None:
    brand = api.post("/api/brands", json={"name": "Harrow Fenn", "niches": {"ceramics": 1.0}}).json["id"]
    key = put(store, a_list(store, brand=brand).id)
    api.patch(f"/api/brands/{brand}", json={"name": "Harrow Fenn", "niches": {"running": 1.0}})
    far = score(store, key) or 0
    api.patch(f"/api/brands/{brand}", json={"name": "Harrow Fenn", "niches": {"ceramics": 1.0}})
    assert (score(store, key) or 0) > far


def test_lists_of_no_brand_follow_the_brand_in_use(api: FlaskClient, store: Store) -> None:
    runner = api.post("/api/brands", json={"name": "Runner", "niches": {"running": 1.0}}).json["id"]
    potter = api.post("/api/brands", json={"name": "Potter", "niches": {"ceramics": 1.0}}).json["id"]
    key = put(store, a_list(store).id)
    fits = []
    for brand in (runner, potter):
        api.post("/api/select", json={"brand": brand})
        fits.append(said(store, key)["fit"])
    assert [fit["brand"] for fit in fits] == ["Runner", "Potter"]
    assert fits[0]["score"] < fits[1]["score"]
    api.delete(f"/api/brands/{potter}")
    assert said(store, key)["fit"] == fits[0]


def test_choosing_the_brand_in_use_again_writes_nothing(api: FlaskClient, store: Store) -> None:
    brand = api.post("/api/brands", json={"name": "Harrow Fenn", "niches": {"ceramics": 1.0}}).json["id"]
    key = put(store, a_list(store).id)
    before = store.revision("candidates", key)
    api.post("/api/select", json={"brand": brand})
    assert store.revision("candidates", key) == before


def test_saving_the_brand_refits_its_list(pages: FlaskClient, store: Store) -> None:
    address = pages.post("/brands", data={"name": "Harrow Fenn"}).headers["Location"].split("?")[0]
    key = put(store, a_list(store).id)
    pages.post(address, data={"has_niches": "1", "add_niches": "running"})
    assert score(store, key) != 74
