"""The invented round so far: who was saved some days ago, what they were sent, and a later look at their page."""

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from server.domain.annotation import Annotation
from server.domain.brand import Brand
from server.domain.candidate import Candidate, SeedList
from server.domain.gift import Gift
from server.domain.profile import Count, Profile
from server.services.gift_ledger import save_gift
from server.services.note_sighting import note_sighting
from server.services.offer_posts import offer_posts
from server.services.ports import Clock, Store
from server.services.post_ledger import decide_offer, offers_by

Row = Mapping[str, Any]


@cache
def gifts_by_handle() -> Mapping[str, Row]:
    """The rows of `invented/round.toml`, by handle."""
    rows = tomllib.loads((Path(__file__).parent / "invented" / "round.toml").read_text("utf-8"))["gift"]
    return {row["handle"]: row for row in rows}


def ago(clock: Clock, days: int) -> Clock:
    """The clock as it stood some days ago."""
    return lambda: clock() - timedelta(days=days)


def as_it_was(profile: Profile, row: Row, then: datetime) -> Profile:
    """The page on the day of saving: without the posts that came later, with the followers of that day."""
    posts = tuple(post for post in profile.posts if post.published_at and post.published_at <= then)
    return replace(profile, posts=posts, followers=Count(value=row["followers"]), captured_at=then)


def give(store: Store, seed_list: SeedList, profile: Profile, row: Row, *, clock: Clock) -> Gift:
    """Note the row's gift as somebody would who sent it, or plans to."""
    gift = Gift(
        list_id=seed_list.id, platform=profile.platform, handle=profile.handle or "", product=row["product"],
        size=row["size"], value=row["value"], cost=row["cost"], tracking=row.get("tracking", ""),
        sent_on=ago(clock, row["sent"])().date() if "sent" in row else None, has_consent=True,
    )  # fmt: skip
    return save_gift(store, gift, clock=clock)


def look_again(
    store: Store, kept: Candidate, brand: Brand, profile: Profile, annotation: Annotation, row: Row, *, clock: Clock
) -> None:
    """Today's visit to the page: what changed is noted, posts that name the brand are offered, some are taken in."""
    offer_posts(store, [{"candidate": kept.id}], [brand], profile, annotation, clock=clock)
    note_sighting(store, [kept.id], profile, annotation, clock=clock, keep_contacts=False)
    offers = sorted(offers_by(store, profile.platform, profile.handle or ""), key=lambda one: one.published_at or "")
    for offer in offers[: row["accepted"]]:
        decide_offer(store, offer.id, "accepted")
