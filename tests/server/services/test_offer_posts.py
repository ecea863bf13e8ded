"""Newer posts that name the brand are found at the next visit, classed, offered once, and decided by the user alone."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from nlp.reading import BrandMention, Evidence, PostReading, Reading
from nlp.taxonomy import load_taxonomy
from server.domain.account import Account
from server.domain.brand import Brand
from server.domain.gift import Gift
from server.domain.post_offer import PostOffer
from server.domain.profile import Post, Profile
from server.scoring.annotate import annotate
from server.services.annotate_profile import profile_text
from server.services.candidate_records import list_from_body
from server.services.edit_brands import save_brand
from server.services.export_person import person_kept
from server.services.forget_person import forget_person
from server.services.gift_ledger import save_gift
from server.services.join_accounts import join, part
from server.services.offer_posts import brands_of, offer_posts
from server.services.post_ledger import (
    all_offers,
    decide_offer,
    offers_of_list,
    posts_by_gift,
    settle_posts,
    sweep_offers,
)
from server.services.reading_room import TextReader
from server.storage.candidates import Candidates
from server.storage.store import Store
from tests.conftest import Clock
from tests.factories import a_list, put

AFTER, BEFORE = datetime(2026, 11, 21, tzinfo=UTC), datetime(2026, 11, 1, tzinfo=UTC)
FENN = Brand(name="Harrow Fenn", id="fenn")


def post(caption: str | None = "wearing my Harrow Fenn tote", **changes: Any) -> Post:
    return Post(**{"id": "C9", "caption": caption, "published_at": AFTER} | changes)


def visit(store: Store, clock: Clock, reader: TextReader, *posts: Post, **changes: Any) -> list[PostOffer]:
    """Look at the saved profile again with these posts; what is offered then."""
    profile = Profile(**{"platform": "instagram", "handle": "Tilda.Mends", "posts": posts} | changes)
    found = Candidates(store).of_account(profile.platform, "tilda.mends")
    marks = [{"candidate": body["id"], "list": body["list_id"]} for body in found]
    brands = brands_of(store, marks, [FENN, Brand(name="Omble", id="omble")])
    reading = reader.read(profile_text(profile, None, tuple(brand.name for brand in brands)))
    offer_posts(store, marks, brands, profile, annotate(profile, reading, None, now=clock()), clock=clock)
    return list(all_offers(store))


@pytest.fixture
def spring(store: Store) -> str:
    """A list for Harrow Fenn with tilda.mends on it since 20 November."""
    made = a_list(store, "Spring", save_brand(store, FENN, load_taxonomy()).id)
    return put(store, made.id)


@pytest.mark.parametrize(
    ("caption", "label", "kind"),
    [
        ("wearing my Harrow Fenn tote", None, "organic"),
        ("not sponsored by Harrow Fenn, I just love it", None, "organic"),
        ("not gifted, bought it at Harrow Fenn", None, "organic"),
        ("gifted by @harrowfenn, thank you", None, "gifted"),
        ("code TILDA10 at Harrow Fenn", None, "affiliate"),
        ("new coat from Harrow Fenn #ad", None, "paid"),
        ("the Harrow Fenn coat", True, "paid"),
    ],
)
def test_a_post_is_offered_with_its_class_and_its_very_words(
    store: Store, clock: Clock, reader: TextReader, spring: str, caption: str, label: bool | None, kind: str
) -> None:
    (offer,) = visit(store, clock, reader, post(caption, paid_label=label, likes=None, views=120))
    assert (offer.commercial, offer.brand, offer.handle) == (kind, "fenn", "tilda.mends")
    assert offer.before + offer.words + offer.after == caption
    assert offer.words.casefold().strip("@#").replace(" ", "") == "harrowfenn"
    assert (offer.likes, offer.views, offer.state) == (None, 120, "waiting")


@pytest.mark.parametrize("caption", ["fennel and a harrow", "my Harrow Fenners", "Fenn", "", None])
def test_other_words_are_not_the_brand(
    store: Store, clock: Clock, reader: TextReader, spring: str, caption: str | None
) -> None:
    assert visit(store, clock, reader, post(caption)) == []


def test_a_tag_or_a_co_author_names_the_brand_without_words(
    store: Store, clock: Clock, reader: TextReader, spring: str
) -> None:
    tagged, joint = post("today", tagged=("harrow_fenn",)), post("today", id="C8", coauthors=("HarrowFenn",))
    assert [offer.words for offer in visit(store, clock, reader, tagged, joint)] == ["@harrow_fenn", "@HarrowFenn"]


def test_only_what_came_after_the_saving_is_offered(
    store: Store, clock: Clock, reader: TextReader, spring: str
) -> None:
    old, pinned = post(id="C1", published_at=BEFORE), post(id="C2", published_at=BEFORE, pinned=True)
    assert [offer.post for offer in visit(store, clock, reader, pinned, old, post())] == ["C9"]


def test_what_came_after_the_first_gift_is_offered_too(
    store: Store, clock: Clock, reader: TextReader, spring: str
) -> None:
    send(store, clock, spring, date(2026, 10, 30))
    assert [offer.post for offer in visit(store, clock, reader, post(id="C1", published_at=BEFORE))] == ["C1"]


def test_a_post_without_a_date_is_new_only_when_its_id_is(
    store: Store, clock: Clock, reader: TextReader, spring: str
) -> None:
    undated = [post(id=name, caption=f"Harrow Fenn {name}", published_at=None) for name in ("C1", "C9", None)]
    assert [offer.post for offer in visit(store, clock, reader, *undated)] == ["C9"]


def test_a_post_is_offered_once_whatever_was_decided(
    store: Store, clock: Clock, reader: TextReader, spring: str
) -> None:
    twice = (post(), post(likes=9))
    (offer,) = visit(store, clock, reader, *twice)
    decide_offer(store, offer.id, "rejected")
    assert [again.state for again in visit(store, clock, reader, post(likes=300))] == ["rejected"]


def test_two_posts_of_the_same_words_are_two_and_one_without_an_id_stays_one(
    store: Store, clock: Clock, reader: TextReader, spring: str
) -> None:
    nameless = post(id=None, likes=3)
    assert len(visit(store, clock, reader, post(id="C1"), post(id="C2"), nameless)) == 3
    assert len(visit(store, clock, reader, post(id="C1"), replace(nameless, likes=40))) == 3


def test_nothing_is_offered_of_a_card_a_private_page_or_for_a_list_without_a_brand(
    store: Store, clock: Clock, reader: TextReader, spring: str
) -> None:
    assert visit(store, clock, reader, post(), view="hover") == []
    assert visit(store, clock, reader, post(), private=True) == []
    store.drop("candidates", spring)
    put(store, a_list(store, "Loose").id)
    assert visit(store, clock, reader, post()) == []


def test_each_brand_gets_the_posts_that_name_it(store: Store, clock: Clock, reader: TextReader, spring: str) -> None:
    other = a_list(store, "Omble round", save_brand(store, Brand(name="Omble", id="omble"), load_taxonomy()).id)
    put(store, other.id)
    found = visit(store, clock, reader, post("my Omble hat", id="C7"), post())
    assert {(offer.brand, offer.post) for offer in found} == {("omble", "C7"), ("fenn", "C9")}


def test_an_accepted_post_counts_with_the_last_gift_before_it_and_can_be_taken_out(
    store: Store, clock: Clock, reader: TextReader, spring: str
) -> None:
    first, later = (send(store, clock, spring, date(2026, 11, day)) for day in (20, 22))
    (offer,) = visit(store, clock, reader, post())
    assert decide_offer(store, offer.id, "accepted").gift == first.id
    assert posts_by_gift(all_offers(store)) == {first.id: 1}
    assert later.id
    decide_offer(store, offer.id, "waiting")
    assert posts_by_gift(all_offers(store)) == {}


def test_a_post_counts_with_the_gift_to_the_joined_account_until_they_are_parted(
    store: Store, clock: Clock, reader: TextReader, spring: str
) -> None:
    there = put(store, spring.partition(".")[0], "tilda.moves", platform="tiktok")
    sent = send(store, clock, there, date(2026, 10, 30), platform="tiktok", handle="tilda.moves")
    one, other = Account(platform="instagram", handle="tilda.mends"), Account(platform="tiktok", handle="tilda.moves")
    join(store, Candidates(store), one, other, clock=clock)
    (offer,) = visit(store, clock, reader, post(published_at=BEFORE))
    assert decide_offer(store, offer.id, "accepted").gift == sent.id
    part(store, one)
    settle_posts(store, one, other)
    assert posts_by_gift(all_offers(store)) == {}
    join(store, Candidates(store), one, other, clock=clock)
    settle_posts(store, other)
    assert posts_by_gift(all_offers(store)) == {sent.id: 1}


def test_a_forgotten_person_and_one_on_no_list_leave_no_post(
    store: Store, clock: Clock, reader: TextReader, spring: str
) -> None:
    visit(store, clock, reader, post())
    kept = person_kept(store, Candidates(store), "instagram", "tilda.mends")
    assert [each["post"] for each in kept["post_offers"]] == ["C9"]
    forget_person(store, Candidates(store), "instagram", "Tilda.Mends", clock=clock)
    assert list(all_offers(store)) == []
    store.put("post_offers", "x", PostOffer.from_body(kept["post_offers"][0]).to_body())
    assert sweep_offers(store, Candidates(store)) == 1


def test_a_reader_that_gives_no_proof_offers_nothing(store: Store, clock: Clock, spring: str) -> None:
    class Vague:
        version = "vague"

        def read(self, profile: object) -> Reading:
            words = Evidence(source="bio", start=0, end=4, text="Fenn")
            mention = BrandMention(name="Harrow Fenn", posts=(), evidence=(words,))
            return Reading(posts=(PostReading(),), mentions=(mention,))

    assert visit(store, clock, Vague(), post("my coat")) == []


def test_only_people_on_the_list_are_in_its_posts(store: Store, clock: Clock, reader: TextReader, spring: str) -> None:
    visit(store, clock, reader, post())
    body = store.get("candidates", spring)
    assert body
    seed_list = next(iter(store.rows("lists")))
    assert list(offers_of_list(store, list_from_body(seed_list))) == [spring]
    store.drop("candidates", spring)
    assert offers_of_list(store, list_from_body(seed_list)) == {}


def send(
    store: Store, clock: Clock, key: str, day: date, platform: str = "instagram", handle: str = "tilda.mends"
) -> Gift:
    """A gift on its way since that day."""
    list_id = key.split(".", maxsplit=1)[0]
    gift = Gift(list_id=list_id, platform=platform, handle=handle, product="Tote", sent_on=day, has_consent=True)
    return save_gift(store, gift, clock=clock)
