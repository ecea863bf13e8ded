"""The invented people of the demo as Profiles, and the brand that looks at them."""

import tomllib
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from server.domain.brand import Brand
from server.domain.profile import Count, Link, Post, Profile
from server.wire.brand_in import BrandIn, to_brand
from server.wire.decode import decode_plain

FOLDER = Path(__file__).parent
FILES = ("instagram-makers.toml", "instagram-others.toml", "tiktok.toml", "tiktok-doubles.toml")
NEWEST = timedelta(days=3)
BETWEEN = timedelta(days=4)
WAVES = (1.0, 1.25, 0.8, 1.1, 0.9, 2.4, 0.7, 1.05, 0.95, 1.3, 0.85)
"""How a person's posts do, one after the other, against their usual."""


@cache
def people() -> tuple[Mapping[str, Any], ...]:
    """The rows of the files in `invented/`."""
    tables = (tomllib.loads((FOLDER / "invented" / name).read_text("utf-8")) for name in FILES)
    return tuple(person for table in tables for person in table["person"])


def demo_brand() -> Brand:
    """The invented label."""
    return to_brand(decode_plain(tomllib.loads((FOLDER / "invented" / "brand.toml").read_text("utf-8")), BrandIn))


def profile_of(person: Mapping[str, Any], now: datetime) -> Profile:
    """A person as their page would be read at `now`."""
    captions = [] if person.get("private") else person["captions"]
    return Profile(
        platform=person["platform"],
        handle=person["handle"],
        name=person["name"],
        bio=person["bio"],
        category=person.get("category") or None,
        followers=Count(value=person["followers"]),
        following=Count(value=person["following"]),
        posts_count=Count(value=person["posts_count"]),
        likes_total=Count(value=person["likes_total"]) if "likes_total" in person else None,
        verified=False,
        private=person.get("private", False),
        links=tuple(Link(url=url) for url in person["links"]),
        captured_at=now,
        view="profile",
        posts=tuple(post_of(person, n, caption, now) for n, caption in enumerate(captions)),
    )


def post_of(person: Mapping[str, Any], number: int, caption: str, now: datetime) -> Post:
    """Post `number`, newest first, with its mark read off the caption."""
    mark, words = split_mark(caption)
    wave = WAVES[number % len(WAVES)]
    views = person.get("views")
    return Post(
        id=post_id(person, number, now),
        kind="video" if person["platform"] == "tiktok" else "reel" if mark == "reel" else "image",
        caption=words,
        likes=None if mark == "hidden" else round(person["likes"] * wave),
        comments=round(person["comments"] * wave),
        views=round(views * wave) if views else None,
        published_at=published(number, now),
        pinned=mark == "pinned",
        coauthors=(mark.removeprefix("with:"),) if mark.startswith("with:") else (),
        paid_label=mark == "paid",
    )


def published(number: int, now: datetime) -> datetime:
    """When post `number` went up: every four days, to the second."""
    return (now - NEWEST - BETWEEN * number).replace(microsecond=0, tzinfo=UTC)


def post_id(person: Mapping[str, Any], number: int, now: datetime) -> str:
    """TikTok's ids carry their second in the upper half; Instagram's are short codes."""
    if person["platform"] == "tiktok":
        return str((int(published(number, now).timestamp()) << 32) + (hash_of(person["handle"]) % 2**24 << 8) + number)
    return f"D{abs(hash_of(person['handle'])) % 10**8:08d}{number:02d}"


def hash_of(text: str) -> int:
    """A number that is the same in every run."""
    return sum(ord(letter) * 31**place for place, letter in enumerate(text[:12]))


def split_mark(caption: str) -> tuple[str, str]:
    """("pinned", "words") of "[pinned] words"; ("", caption) without a mark."""
    if caption.startswith("["):
        mark, _, words = caption[1:].partition("] ")
        return mark, words
    return "", caption
