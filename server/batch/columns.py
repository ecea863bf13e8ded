"""An annotation as one row for tables: what is looked at first has columns, all of it stands in `annotation`."""

from collections.abc import Callable, Mapping
from typing import Any

import msgspec

Cell = str | int | float | bool | None
Body = Mapping[str, Any]


def _inside(group: str, key: str) -> Callable[[Body], Cell]:
    return lambda body: (body.get(group) or {}).get(key)


def _names(group: str, key: str = "id") -> Callable[[Body], Cell]:
    """Joined by blank and comma; None where there is none."""
    return lambda body: ", ".join(item[key] for item in body.get(group) or ()) or None


def _of_first(group: str, key: str) -> Callable[[Body], Cell]:
    return lambda body: next((item[key] for item in body.get(group) or ()), None)


def _id(body: Body) -> Cell:
    found = body.get("id")
    return None if found is None else str(found)


COLUMNS: Mapping[str, tuple[type, Callable[[Body], Cell]]] = {
    "id": (str, _id),
    "platform": (str, lambda body: body.get("platform")),
    "handle": (str, lambda body: body.get("handle")),
    "tier": (str, _inside("tier", "id")),
    "tier_label": (str, _inside("tier", "label")),
    "tier_certain": (bool, _inside("tier", "certain")),
    "followers": (int, _inside("tier", "followers")),
    "engagement_by_followers": (float, _inside("engagement", "by_followers")),
    "engagement_by_views": (float, _inside("engagement", "by_views")),
    "engagement_state": (str, _inside("engagement", "state")),
    "posts_used": (int, _inside("engagement", "used")),
    "niche": (str, _of_first("niches", "id")),
    "niche_score": (float, _of_first("niches", "score")),
    "niches": (str, _names("niches")),
    "signals": (str, _names("signals")),
    "languages": (str, lambda body: ", ".join(body.get("languages") or ()) or None),
    "places": (str, _names("places", "text")),
    "commercial_load": (float, _inside("commercial", "load")),
    "fit": (int, _inside("fit", "score")),
    "fit_low": (int, _inside("fit", "low")),
    "fit_high": (int, _inside("fit", "high")),
    "fit_sentence": (str, _inside("fit", "sentence")),
    "error_field": (str, _inside("error", "field")),
    "error": (str, _inside("error", "message")),
}
"""Name, type, and how it is read from the contract's JSON; unknown is None."""
WHOLE = "annotation"


def row_of(line: bytes) -> dict[str, Cell]:
    """All columns of one answer, the whole of it last."""
    body = msgspec.json.decode(line)
    return {name: read(body) for name, (_, read) in COLUMNS.items()} | {WHOLE: line.decode()}
