"""Invented people and their candidates for tests of pages, services and screens."""

from datetime import UTC, datetime
from typing import Any

from server.domain.candidate import SeedList, candidate_id
from server.services.edit_lists import add_list
from server.services.ports import Body
from server.storage.store import Store

SAVED_AT = "2026-11-20T10:00:00.000Z"
WORDS = "Mends denim, throws ceramics"


def evidence(source: str, text: str, words: str) -> Body:
    """The first place of `words` in `text`."""
    start = text.index(words)
    return {"source": source, "start": start, "end": start + len(words), "text": words}


def fit(score: int | None = 74, **changes: Any) -> Body:
    """A fit of two parts, one of them unknown."""
    shown = evidence("bio", WORDS, "ceramics")
    parts = [
        {"id": "niche_overlap", "label": "Niche overlap", "value": 0.74, "weight": 6.0, "why": "Shows ceramics.",
         "evidence": [shown]},
        {"id": "rhythm", "label": "Rhythm", "value": None, "weight": 1.0, "why": "The page gave no dates.",
         "evidence": []},
    ]  # fmt: skip
    fields = {"brand": "Harrow Fenn", "score": score, "low": 60, "high": 80, "known": 1, "of": 2, "parts": parts}
    return fields | {"sentence": "Good fit: shows ceramics.", "costs": []} | changes


def annotation(**changes: Any) -> Body:
    """What Seedlist says of a small account."""
    tier = {"id": "micro", "nested": "nano", "label": "micro · nano", "followers": 3120, "certain": True}
    engagement = {
        "by_followers": 0.046, "by_views": None, "used": 9, "seen": 11, "hidden": 1, "pinned": 1, "coauthored": 0,
        "state": "known", "band": "usual", "usual": [0.03, 0.05], "median_likes": 135.0, "median_comments": 10.0,
        "skew": 1.1, "posts_per_week": 1.8, "last_post_days": 3.0,
    }  # fmt: skip
    plain = {
        "id": None, "platform": "instagram", "handle": "tilda.mends", "tier": tier, "engagement": engagement,
        "niches": [{"id": "ceramics", "score": 0.9, "evidence": [evidence("bio", WORDS, "ceramics")]}],
        "signals": [{"id": "handmade", "facet": "value", "score": 0.8, "evidence": [evidence("bio", WORDS, "Mends")]}],
        "keywords": [], "posts": [{"class": "organic_brand", "brands": ["Omble"], "evidence": []}],
        "languages": ["en"], "places": [], "contacts": [], "mentions": [],
        "commercial": {"paid": 0, "gifted": 0, "affiliate": 0, "own_promo": 0, "organic_brand": 1, "none": 0,
                       "load": 0.0},
        "fit": fit(), "notes": ["likes hidden on 1 post"], "reader": {"version": "plain"},
    }  # fmt: skip
    return plain | changes


def candidate(list_id: str, handle: str = "tilda.mends", **changes: Any) -> Body:
    """A stored candidate; `profile` and `annotation` given are laid over the usual ones."""
    profile = {
        "platform": "instagram", "handle": handle, "name": "Tilda Varro", "bio": WORDS, "view": "profile",
        "followers": {"value": 3120, "exact": True}, "captured_at": SAVED_AT, "links": [{"url": "https://t.example"}],
        "posts": [{"id": "C1", "caption": "wearing Omble again", "likes": 142, "comments": 11}],
    }  # fmt: skip
    platform = changes.get("platform", "instagram")
    plain = {
        "id": candidate_id(list_id, platform, handle), "list_id": list_id, "platform": platform,
        "handle": handle, "note": "", "tags": [], "stage": "spotted", "saved_at": SAVED_AT, "updated_at": SAVED_AT,
        "revision": 1, "history": [{"at": SAVED_AT, "what": "saved", "value": "Spring"}],
    }  # fmt: skip
    return (
        plain
        | changes
        | {
            "profile": profile | {"platform": platform} | changes.get("profile", {}),
            "annotation": annotation(handle=handle, platform=platform, **changes.get("annotation", {})),
        }
    )


def a_list(store: Store, name: str = "Spring", brand: str | None = None) -> SeedList:
    """An empty list."""
    return add_list(store, name, brand, clock=lambda: datetime(2026, 11, 20, tzinfo=UTC))


def put(store: Store, list_id: str, handle: str = "tilda.mends", **changes: Any) -> str:
    """Store a candidate; its id."""
    body = candidate(list_id, handle, **changes)
    store.put("candidates", body["id"], body)
    return str(body["id"])
