"""Profiles, readings and brands for the tests of scoring, each set up in one visible line."""

from datetime import UTC, datetime, timedelta
from typing import Any

from nlp.reading import Evidence, Facet, Niche, PostReading, Reading, Signal
from server.domain.brand import Brand
from server.domain.profile import Count, Post, Profile
from server.scoring.commercial import commercial_of
from server.scoring.engagement import engagement_of
from server.scoring.facts import Facts, facts_of
from server.scoring.taxonomy import load_taxonomy
from server.scoring.tiers import load_cuts, tier_of
from server.scoring.wishes import wishes_of

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
BIO = "pattern cutter with a small studio by the river in Porto"


def evidence(text: str = "studio", source: str = "bio") -> Evidence:
    return Evidence(source=source, start=0, end=len(text), text=text)


def post(place: int = 0, **changes: Any) -> Post:
    """A settled image post: 100 likes, 3 comments, one every three days."""
    usual: dict[str, Any] = {
        "id": f"p{place}",
        "kind": "image",
        "caption": f"caption number {place}",
        "likes": 100,
        "comments": 3,
        "published_at": NOW - timedelta(days=2 + 3 * place),
    }
    return Post(**{**usual, **changes})


def profile(posts: int | tuple[Post, ...] = 12, **changes: Any) -> Profile:
    """A small account with twelve usual posts, or as many or exactly those given."""
    usual: dict[str, Any] = {
        "platform": "instagram",
        "handle": "lou.cuts",
        "bio": BIO,
        "followers": Count(value=3_120),
        "posts": tuple(post(place) for place in range(posts)) if isinstance(posts, int) else posts,
    }
    return Profile(**{**usual, **changes})


def niche(id_: str, score: float = 0.9) -> Niche:
    return Niche(id=id_, score=score, evidence=(evidence(id_),))


def signal(id_: str, score: float = 0.9) -> Signal:
    return Signal(id=id_, facet=_facet(id_), score=score, evidence=(evidence(id_),))


def reading(
    niches: dict[str, float] | None = None, signals: dict[str, float] | None = None, posts: int = 12, **changes: Any
) -> Reading:
    return Reading(
        niches=tuple(niche(id_, score) for id_, score in (niches or {}).items()),
        signals=tuple(signal(id_, score) for id_, score in (signals or {}).items()),
        **{"posts": (PostReading(),) * posts, **changes},
    )


def brand(**changes: Any) -> Brand:
    usual: dict[str, Any] = {"name": "Halden Row", "niches": {"sewing-knitting": 1.0}, "signals": {"slow-fashion": 1.0}}
    return Brand(**{**usual, **changes})


def facts(profile_: Profile | None = None, reading_: Reading | None = None, brand_: Brand | None = None) -> Facts:
    shown, read = profile_ or profile(), reading_ or reading()
    engagement = engagement_of(shown, tier_of(shown.followers, load_cuts()), NOW)
    return facts_of(shown, read, engagement, commercial_of(read.posts, shown.posts), wishes_of(brand_ or brand()))


def _facet(id_: str) -> Facet:
    match load_taxonomy()[id_].facet:
        case "aesthetic" | "scene" | "craft" | "value" | "format" as facet:
            return facet
        case other:
            raise ValueError(f"{id_} is a {other}, not a signal")
