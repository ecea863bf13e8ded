"""Use case: what a list covers of a brand's wishes, how its people are spread by size and engagement."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from server.domain.brand import Brand
from server.services.ports import Body

MEASURES = {"instagram": "by_followers", "tiktok": "by_views"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Point:
    """One candidate in the plot; `engagement` is a share by the platform's own measure."""

    id: str
    name: str
    platform: str
    followers: int
    engagement: float
    fit: int | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Covered:
    """A niche or signal: who shows it, and how much the brand wants it (None: it did not ask)."""

    id: str
    people: int
    wanted: float | None


@dataclass(frozen=True, kw_only=True, slots=True)
class ListMap:
    """Points with both numbers known, how many lack one, tiers from small to large, niches, signals."""

    total: int
    points: tuple[Point, ...]
    without: int
    tiers: Mapping[str, int]
    niches: tuple[Covered, ...]
    signals: tuple[Covered, ...]


def map_list(candidates: Iterable[Body], brand: Brand | None) -> ListMap:
    """Read every candidate once."""
    rows = list(candidates)
    points = [point for point in map(point_of, rows) if point]
    return ListMap(
        total=len(rows),
        points=tuple(points),
        without=len(rows) - len(points),
        tiers=Counter(tier_of(row) for row in rows),
        niches=covered(rows, "niches", brand.niches if brand else {}),
        signals=covered(rows, "signals", brand.signals if brand else {}),
    )


def point_of(body: Body) -> Point | None:
    """The candidate as a point; None where followers or engagement are unknown."""
    annotation = body["annotation"]
    engagement = annotation["engagement"][MEASURES[body["platform"]]]
    if not annotation.get("tier") or engagement is None:
        return None
    return Point(
        id=body["id"],
        name=body["profile"].get("name") or body["handle"],
        platform=body["platform"],
        followers=annotation["tier"]["followers"],
        engagement=engagement,
        fit=(annotation.get("fit") or {}).get("score"),
    )


def tier_of(body: Body) -> str:
    """The narrowest tier, "unknown" without followers."""
    tier = body["annotation"].get("tier")
    return (tier["nested"] or tier["id"]) if tier else "unknown"


def covered(rows: Iterable[Body], kind: str, wanted: Mapping[str, float]) -> tuple[Covered, ...]:
    """Wishes first, strongest first, missing ones with 0 people; then what else the list shows, most common first."""
    people: Counter[str] = Counter()
    for row in rows:
        people.update({found(item) for item in row["annotation"][kind]})
    wishes = sorted(wanted, key=lambda item: (-wanted[item], item))
    others = [item for item, _ in people.most_common() if item not in wanted]
    return tuple(Covered(id=item, people=people[item], wanted=wanted.get(item)) for item in (*wishes, *others))


def found(item: Mapping[str, Any]) -> str:
    """The id of a niche or signal."""
    return str(item["id"])
