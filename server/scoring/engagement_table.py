"""The editable rules of engagement: what counts, and the usual band of each tier and platform."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from server.scoring.bands import Bands, read_bands
from server.scoring.table_rows import Row, read_table

Measure = Literal["by_followers", "by_views"]
COUNTED = ("likes", "comments", "shares", "saves")


@dataclass(frozen=True, kw_only=True, slots=True)
class PlatformRule:
    """`measure` is the rate that the band is about; `interactions` are the counts of a post that are added."""

    measure: Measure
    interactions: tuple[str, ...]
    bands: Bands
    source: str


@dataclass(frozen=True, kw_only=True, slots=True)
class EngagementRules:
    """`newest` posts at most, not younger than `min_age_days`, thin under `thin_under` used ones."""

    newest: int
    min_age_days: float
    thin_under: int
    platforms: Mapping[str, PlatformRule]


@cache
def load_engagement() -> EngagementRules:
    """engagement.toml. Raises DataFault where a row is wrong."""
    table = read_table("engagement")
    rules = table.row("rules").allow("newest", "min_age_days", "thin_under")
    platforms = {name: _platform(row) for name, row in table.rows() if name != "rules"}
    return EngagementRules(
        newest=int(rules.number("newest", 1)),
        min_age_days=rules.number("min_age_days"),
        thin_under=int(rules.number("thin_under", 1)),
        platforms=platforms,
    )


def _platform(row: Row) -> PlatformRule:
    row.allow("measure", "interactions", "source", "usual")
    interactions = row.texts("interactions")
    if "likes" not in interactions or not set(interactions) <= set(COUNTED):
        raise row.fault(f"interactions must hold likes and only {', '.join(COUNTED)}")
    return PlatformRule(
        measure=_measure(row),
        interactions=interactions,
        bands=read_bands(row.row("usual")),
        source=row.text("source"),
    )


def _measure(row: Row) -> Measure:
    match row.text("measure"):
        case "by_followers":
            return "by_followers"
        case "by_views":
            return "by_views"
        case other:
            raise row.fault(f"measure is by_followers or by_views, not {other}")
