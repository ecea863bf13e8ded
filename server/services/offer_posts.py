"""Use case: when a saved person is visited again, newer posts that name the brand are offered to the gift ledger.

Only for the brands of the lists that the person is on. A post is offered once; what was decided stays decided.
"""

from collections.abc import Iterable
from datetime import date

from server.domain.annotation import Annotation
from server.domain.brand import Brand
from server.domain.gift import Gift
from server.domain.post_offer import PostOffer
from server.domain.profile import Profile
from server.services.candidate_records import moment
from server.services.edit_lists import all_lists
from server.services.name_posts import named_posts
from server.services.note_sighting import is_collectable
from server.services.ports import Body, Clock, Store
from server.services.post_ledger import TABLE, gifts_to_person, offers_by

MOST = 50
"""Waiting posts of one person; a page shows about twelve."""


def offer_posts(
    store: Store,
    marks: Iterable[Body],
    brands: Iterable[Brand],
    profile: Profile,
    annotation: Annotation,
    *,
    clock: Clock,
) -> int:
    """Keep the posts that are new to the ledger; how many. `marks` are the lists that hold the account.

    Nothing is kept of a mere card or search row, nor of an account that may not be collected any more.
    """
    if profile.view not in (None, "profile"):
        return 0
    named = {brand.id: list(named_posts(profile, annotation.reading, brand, clock=clock)) for brand in brands}
    if not any(named.values()) or not is_collectable(store, profile):
        return 0
    with store.transaction():
        saved = [body for body in (store.get("candidates", mark["candidate"]) for mark in marks) if body]
        lists = {known.id: known.brand for known in all_lists(store)}
        return sum(
            keep_new(store, [body for body in saved if lists.get(body["list_id"]) == brand_id], posts)
            for brand_id, posts in named.items()
        )


def brands_of(store: Store, marks: Iterable[Body], brands: Iterable[Brand]) -> tuple[Brand, ...]:
    """The brands of the lists that hold an account, in the order of `brands`."""
    held = {mark["list"] for mark in marks}
    wanted = {known.brand for known in all_lists(store) if known.id in held}
    return tuple(brand for brand in brands if brand.id in wanted)


def keep_new(store: Store, saved: list[Body], posts: list[PostOffer]) -> int:
    """Keep those that came after the gift, or after the saving where nothing was sent, and are not kept yet."""
    if not saved or not posts:
        return 0
    platform, handle = posts[0].platform, posts[0].handle
    lists = {body["list_id"] for body in saved}
    since = first_day(saved, [gift for gift in gifts_to_person(store, posts[0].account) if gift.list_id in lists])
    seen = {post.get("id") for body in saved for post in body["profile"].get("posts") or ()}
    known = {offer.id: offer.state for offer in offers_by(store, platform, handle)}
    room = max(0, MOST - list(known.values()).count("waiting"))
    fresh = {each.id: each for each in posts if each.id not in known and is_newer(each, since, seen)}
    new = list(fresh.values())[:room]
    for offer in new:
        store.put(TABLE, offer.id, offer.to_body())
    return len(new)


def first_day(saved: Iterable[Body], gifts: Iterable[Gift]) -> date:
    """The day of the first gift sent, else the day on which the person was saved first."""
    sent = [gift.sent_on for gift in gifts if gift.sent_on]
    return min(sent) if sent else min(moment(body["saved_at"]).date() for body in saved)


def is_newer(offer: PostOffer, since: date, seen: set[str | None]) -> bool:
    """Whether a post is of that day or later; one without a date is new when its id was not on the saved page.

    A post with neither date nor id cannot be told from an old one and is not offered.
    """
    if offer.published_at is not None:
        return moment(offer.published_at).date() >= since
    return offer.post is not None and offer.post not in seen
