"""Puts a hostile text into every field that people or platforms can write, through the API as the extension does."""

import json
import tomllib
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

from server.app import now
from server.domain.account import Account
from server.domain.brand import Brand
from server.domain.profile import Count, Link, Post, Profile
from server.services.edit_lists import add_list
from server.services.join_accounts import join
from server.storage.candidates import Candidates
from server.wire.brand_in import brand_to_json
from tests.attack.matrix import ORIGIN
from tests.attack.target import Target

PAYLOADS: dict[str, list[str]] = tomllib.loads(Path(__file__).with_name("payloads.toml").read_text("utf-8"))
PROFILE_FIELDS = ("name", "bio", "category", "caption", "place", "link title", "link url")
STORED_FIELDS = (*PROFILE_FIELDS, "handle", "note", "tag", "list name", "brand name", "brand claim")


def hostile_profile(platform: str, handle: str, text: str) -> Profile:
    """An account that says `text` in every field, as its page would show it."""
    posts = tuple(Post(id=f"p{n}", kind="image", caption=f"ceramics {text}", likes=90, place=text) for n in range(3))
    return Profile(
        platform=platform,  # type: ignore[arg-type]
        handle=handle,
        name=text,
        bio=f"ceramics {text}",
        category=text,
        followers=Count(value=5000),
        following=Count(value=300),
        posts_count=Count(value=40),
        links=(Link(url=text, title=text),),
        private=False,
        verified=False,
        view="profile",
        posts=posts,
    )


def plant(target: Target, number: int, text: str) -> tuple[str, str]:
    """Save a candidate made of `text` to a list and a brand of its name; returns the list's and its own id.

    It is joined with the same on the other platform. Two more, `asking.<number>`, are not joined yet but share a link.
    """
    with target.store() as store:
        brand = Brand(name=text, claim=text, story=text, id=f"brand{number}")
        store.put("brands", f"brand{number}", brand_to_json(brand))
        made = add_list(store, f"{number} {text}"[:80].strip(), f"brand{number}", clock=now)
    profile = {
        "platform": "instagram", "handle": text[:110].strip().replace("/", "|"), "name": text,
        "bio": f"ceramics {text}",
        "category": text, "followers": 5000, "links": [{"url": text, "title": text}],
        "posts": [{"id": text, "caption": f"ceramics {text}", "likes": 90, "place": text, "tagged": [text]}],
    }  # fmt: skip
    link = {"url": f"https://asking{number}.example/{text}", "title": text}
    asking = profile | {"handle": f"asking.{number}", "links": [link], "bio": f"{text} asking{number}.example/{text}"}
    for said in (asking, profile):
        keys = [save(target, said | {"platform": platform}, made.id, text) for platform in ("tiktok", "instagram")]
    with target.store() as store:
        other, one = (Account.of(store.get("candidates", key) or {}) for key in keys)
        join(store, Candidates(store), one, other, clock=now)
    return made.id, keys[-1]


def save(target: Target, profile: dict[str, Any], list_id: str, text: str) -> str:
    """Save a profile with `text` as note and tag; the candidate's id."""
    answer = post(target, "/api/candidates", {"profile": profile, "list": list_id, "note": text, "tags": [text[:60]]})
    return str(answer["saved"][0]["candidate"])


def post(target: Target, path: str, body: dict[str, Any]) -> Any:
    """Ask the API as the paired extension; raises AssertionError with what it said."""
    headers = {"Origin": ORIGIN, "Authorization": f"Bearer {target.token}", "Content-Type": "application/json"}
    asked = urllib.request.Request(target.running.origin + path, json.dumps(body).encode(), headers)
    try:
        with urllib.request.urlopen(asked, timeout=10) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as fault:
        raise AssertionError(fault.read().decode()) from None
