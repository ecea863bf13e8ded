"""Posts that name the brand: found by a real second look, decided in the pane, counted in the round."""

import json
import re
from typing import Any

import pytest
from flask.testing import FlaskClient

from nlp.taxonomy import load_taxonomy
from server.domain.brand import Brand
from server.domain.candidate import SeedList
from server.services.choose_current import choose
from server.services.edit_brands import save_brand
from server.services.post_ledger import all_offers
from server.storage.store import Store
from tests.factories import a_list, put

POST = {
    "id": "C9abc", "caption": "<b>wearing</b> my Harrow Fenn tote", "likes": None, "views": 1500,
    "published_at": "2026-11-21T10:00:00Z",
}  # fmt: skip
PROFILE: dict[str, Any] = {"platform": "instagram", "handle": "tilda.mends", "view": "profile", "posts": [POST]}


@pytest.fixture
def spring(store: Store) -> SeedList:
    brand = save_brand(store, Brand(name="Harrow Fenn", id="fenn"), load_taxonomy())
    made = a_list(store, "Spring", brand.id)
    choose(store, list_id=made.id)
    return made


@pytest.fixture
def pane(real_api: FlaskClient, store: Store, spring: SeedList) -> str:
    """The address of somebody whose profile was visited again."""
    key = put(store, spring.id, stage="arrived")
    assert real_api.post("/api/annotate", json=PROFILE).status_code == 200
    return f"/lists/{spring.id}/{key}"


def decide(pages: FlaskClient, store: Store, pane: str, do: str) -> str:
    (offer,) = all_offers(store)
    return pages.post(f"{pane}/posts/{do}", data={"id": offer.id}, follow_redirects=True).text


def test_the_pane_offers_the_post_with_words_class_day_and_link(pages: FlaskClient, pane: str) -> None:
    shown = pages.get(pane).text
    assert "1 post names Harrow Fenn" in shown
    assert "&lt;b&gt;wearing&lt;/b&gt; my <mark>Harrow Fenn</mark> tote" in shown
    assert "Unpaid · 21 Nov 2026 · – likes · 1,500 views" in shown
    assert 'href="https://www.instagram.com/p/C9abc/"' in shown


def test_taken_in_it_counts_in_the_round_and_offers_the_stage_but_does_not_set_it(
    pages: FlaskClient, store: Store, pane: str, spring: SeedList
) -> None:
    assert "1 post waits for you" in pages.get(f"/lists/{spring.id}/round").text
    shown = decide(pages, store, pane, "post_taken")
    assert "In the ledger, without a gift before it." in shown
    assert "Set the stage to Seen wearing" in shown
    assert [body["stage"] for body in store.rows("candidates")] == ["arrived"]
    round_page = pages.get(f"/lists/{spring.id}/round").text
    assert re.search(r'Unpaid</th><td class="n">1<', round_page)
    assert "Off until you name a price" in round_page
    assert "1,500 views of 1 post ÷ 1,000 × 8" in pages.get(f"/lists/{spring.id}/round?rate=8").text


def test_a_gift_that_is_noted_after_its_post_counts_with_it_all_the_same(
    pages: FlaskClient, store: Store, pane: str, spring: SeedList
) -> None:
    decide(pages, store, pane, "post_taken")
    sent = {"product": "Tote", "cost": "12", "sent_on": "2026-11-20", "consent": "yes"}
    pages.post(f"{pane}/gifts", data=sent)
    assert "12.00 cost of 1 gift sent ÷ 1 post seen" in pages.get(f"/lists/{spring.id}/round").text
    pages.post(f"{pane}/gifts/undo")
    assert [offer.gift for offer in all_offers(store)] == [None]


def test_the_list_can_be_filtered_for_posts_that_wait(
    pages: FlaskClient, store: Store, pane: str, spring: SeedList
) -> None:
    put(store, spring.id, "tilda.mends", platform="tiktok")
    loose = a_list(store, "Loose")
    put(store, loose.id)
    address = f"/lists/{spring.id}?posts=waiting"
    assert f'href="{address}"' in pages.get(f"/lists/{spring.id}/round").text
    assert re.findall(r'data-row id="r-([^"]*)"', pages.get(address).text) == [pane.rpartition("/")[2]]
    assert "<b>0</b> of 1" in pages.get(f"/lists/{loose.id}?posts=waiting").text
    assert "Tilda" in pages.get(f"/lists/{spring.id}/sheet?posts=waiting").text
    decide(pages, store, pane, "post_taken")
    assert "<b>0</b> of 2" in pages.get(address).text


def test_the_lists_json_has_the_gifts_and_the_posts(
    pages: FlaskClient, store: Store, pane: str, spring: SeedList
) -> None:
    put(store, spring.id, "sol.weaves")
    pages.post(f"{pane}/gifts", data={"product": "Tote", "cost": "12"})
    other = a_list(store, "Loose")
    pages.post(f"/lists/{other.id}/{put(store, other.id)}/gifts", data={"product": "Cap"})
    decide(pages, store, pane, "post_refused")
    found = {body["handle"]: body for body in json.loads(pages.get(f"/lists/{spring.id}/export.json").text)}
    assert [gift["product"] for gift in found["tilda.mends"]["gifts"]] == ["Tote"]
    assert [(offer["post"], offer["state"]) for offer in found["tilda.mends"]["post_offers"]] == [("C9abc", "rejected")]
    assert (found["sol.weaves"]["gifts"], found["sol.weaves"]["post_offers"]) == ([], [])


def test_a_refused_post_is_gone_and_both_decisions_can_be_undone(pages: FlaskClient, store: Store, pane: str) -> None:
    shown = decide(pages, store, pane, "post_refused")
    assert "post names Harrow Fenn" not in shown
    assert f'action="{pane}/posts/post_waits"' in shown
    assert "1 post names Harrow Fenn" in decide(pages, store, pane, "post_waits")


@pytest.mark.parametrize("rate", ["none", "-1", "1e99"])
def test_a_price_that_is_none_is_refused_in_words(pages: FlaskClient, pane: str, spring: SeedList, rate: str) -> None:
    answer = pages.get(f"/lists/{spring.id}/round?rate={rate}")
    assert answer.status_code == 422
    assert "not a number that fits" in answer.text


def test_other_buttons_and_other_peoples_posts_are_not_found(
    pages: FlaskClient, store: Store, pane: str, spring: SeedList
) -> None:
    (offer,) = all_offers(store)
    assert pages.post(f"{pane}/posts/post_eaten", data={"id": offer.id}).status_code == 404
    assert pages.post(f"{pane}/posts/post_taken", data={"id": "none"}).status_code == 404
    other = put(store, spring.id, "sol.weaves")
    assert pages.post(f"/lists/{spring.id}/{other}/posts/post_taken", data={"id": offer.id}).status_code == 404
    assert [each.state for each in all_offers(store)] == ["waiting"]


def test_who_was_not_visited_again_has_no_such_section(pages: FlaskClient, store: Store, spring: SeedList) -> None:
    assert "posts-named" not in pages.get(f"/lists/{spring.id}/{put(store, spring.id)}").text
