"""A brand is described by its own words, proposals are taken by one click, the form changes what it says."""

import pytest
from flask.testing import FlaskClient

from server.services.choose_current import current_choice
from server.services.edit_brands import all_brands
from server.storage.store import Store


def make(pages: FlaskClient, **fields: str) -> str:
    """The address of a new brand."""
    answer = pages.post("/brands", data={"name": "Harrow Fenn", **fields})
    return answer.headers["Location"].split("?")[0]


def test_without_a_brand_the_page_teaches(pages: FlaskClient) -> None:
    assert "No brand yet" in pages.get("/brands").text


def test_a_new_brand_is_used_at_once(pages: FlaskClient, store: Store) -> None:
    make(pages, story="We throw ceramics.")
    brand = current_choice(store).brand
    assert brand is not None
    assert (brand.name, brand.story) == ("Harrow Fenn", "We throw ceramics.")


def test_a_brand_without_a_name_is_refused_and_keeps_what_was_typed(pages: FlaskClient, store: Store) -> None:
    answer = pages.post("/brands", data={"name": " ", "story": "We throw pots"})
    assert answer.status_code == 422
    assert "We throw pots" in answer.text
    assert all_brands(store) == ()


def test_a_proposal_shows_its_words_marked(pages: FlaskClient) -> None:
    shown = pages.get(make(pages, claim="For all", story="We throw ceramics by hand.")).text
    assert "<mark>ceramics</mark>" in shown
    assert 'value="niches:ceramics"' in shown


def test_one_click_takes_a_proposal(pages: FlaskClient, store: Store) -> None:
    address = make(pages, story="We throw ceramics.")
    assert pages.post(f"{address}/take", data={"take": "niches:ceramics"}).status_code == 303
    assert dict(all_brands(store)[0].niches) == {"ceramics": 1.0}


def test_a_tone_is_proposed_with_its_words_taken_by_a_click_and_changed_by_the_form(
    pages: FlaskClient, store: Store
) -> None:
    address = make(pages, story="Made with love, together, for everyone.")
    assert "<mark>with love</mark>" in pages.get(address).text
    pages.post(f"{address}/take", data={"take": "tones:warm"})
    assert all_brands(store)[0].tones == ("warm",)
    pages.post(address, data={"has_tones": "1", "tones": ["bold", "plain"]})
    assert all_brands(store)[0].tones == ("bold", "plain")
    assert pages.post(address, data={"has_tones": "1", "tones": "shrill"}).status_code == 422


def test_what_was_not_proposed_cannot_be_taken(pages: FlaskClient, store: Store) -> None:
    address = make(pages, story="We throw ceramics.")
    pages.post(f"{address}/take", data={"take": "niches:streetwear"})
    assert dict(all_brands(store)[0].niches) == {}


def test_the_form_changes_what_it_says_and_leaves_the_rest(pages: FlaskClient, store: Store) -> None:
    address = make(pages, story="We throw ceramics.")
    fields = {
        "has_niches": "1", "niches:ceramics": "0.6", "add_niches": "photography", "has_tiers": "1", "tiers": "micro",
        "adjacent": "@omble, @loom\n@omble", "goal": "paid",
    }  # fmt: skip
    assert pages.post(address, data=fields).status_code == 303
    brand = all_brands(store)[0]
    assert dict(brand.niches) == {"ceramics": 0.6, "photography": 1.0}
    assert (brand.adjacent, brand.tiers, brand.goal) == (("@omble", "@loom"), ("micro",), "paid")
    assert brand.story == "We throw ceramics."


def test_a_wish_is_taken_away_by_zero(pages: FlaskClient, store: Store) -> None:
    address = make(pages)
    pages.post(address, data={"has_niches": "1", "niches:ceramics": "1.0"})
    pages.post(address, data={"has_niches": "1", "niches:ceramics": "0"})
    assert dict(all_brands(store)[0].niches) == {}


@pytest.mark.parametrize(
    "fields",
    [
        {"has_niches": "1", "niches:ceramics": "nan"},
        {"has_niches": "1", "niches:ceramics": "2"},
        {"has_niches": "1", "niches:no-such-niche": "1"},
        {"goal": "fame"},
        {"has_tiers": "1", "tiers": "giant"},
        {"name": ""},
    ],
)
def test_what_makes_no_sense_is_refused(pages: FlaskClient, store: Store, fields: dict[str, str]) -> None:
    address = make(pages)
    before = all_brands(store)
    assert pages.post(address, data=fields).status_code == 422
    assert all_brands(store) == before


def test_an_exact_weight_survives_saving_the_form(pages: FlaskClient) -> None:
    address = make(pages)
    pages.post(address, data={"has_niches": "1", "niches:ceramics": "0.8"})
    assert '<option value="0.8" selected>' in pages.get(address).text


def test_hostile_words_stay_words(pages: FlaskClient) -> None:
    address = make(pages, name='<script>"x', claim="</textarea><img src=x>", story="<b>ceramics</b>")
    shown = pages.get(address).text
    assert "<script>&" not in shown
    assert "<img" not in shown
    assert "&lt;b&gt;<mark>ceramics</mark>" in shown


def test_brands_are_switched_in_one_click(pages: FlaskClient, store: Store) -> None:
    make(pages)
    first = all_brands(store)[0]
    make(pages, name="Lowtide")
    answer = pages.post("/choose", data={"brand": first.id, "to": "/lists"})
    assert answer.headers["Location"] == "/lists"
    chosen = current_choice(store).brand
    assert chosen is not None
    assert chosen.id == first.id


def test_switching_leads_to_no_other_site(pages: FlaskClient, store: Store) -> None:
    make(pages)
    answer = pages.post("/choose", data={"brand": all_brands(store)[0].id, "to": "https://evil.example/"})
    assert answer.headers["Location"] == "/"


def test_a_removed_brand_is_gone(pages: FlaskClient, store: Store) -> None:
    assert pages.post(f"{make(pages)}/remove").status_code == 303
    assert all_brands(store) == ()
