"""The engagement of the profiles that this user looked at, as bare numbers: no handle, no time, no brand."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import quantiles
from typing import Any

from server.domain.annotation import Annotation
from server.scoring.engagement_table import load_engagement
from server.scoring.tiers import narrowest
from server.services.ports import Store

LEAST = 30  # profiles of a tier and platform before anything is shown
MOST = 200  # numbers kept of each; the oldest goes first
DIGITS = 4  # a rate is kept to a hundredth of a percent


KeyedRate = tuple[str, float]
"""A key of the `settings` table and a rate as a share."""


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnUsual:
    """The middle half of the rates seen, `low` to `high`, their median, and from how many profiles."""

    low: float
    middle: float
    high: float
    profiles: int


def note_rate(store: Store, annotation: Annotation) -> None:
    """Keep the rate of a profile that was just looked at, where tier and rate are known and not thin."""
    found = rate_of(annotation)
    if found is not None:
        keep_rates(store, [found])


def rate_of(annotation: Annotation) -> KeyedRate | None:
    """Where a profile's rate is kept, and the rate; None where tier or rate are unknown or thin."""
    key, rate = _key(annotation), _rate(annotation)
    if key is None or rate is None or annotation.engagement.state != "known":
        return None
    return key, round(rate, DIGITS)


def keep_rates(store: Store, found: Iterable[KeyedRate]) -> None:
    """Add rates to those kept, in one change."""
    with store.transaction():
        for key, rate in found:
            store.put("settings", key, {"rates": [*rates_kept(store, key), rate][-MOST:]})


def own_usual(
    store: Store,
    annotation: Annotation,
    *,
    newest: Iterable[KeyedRate] = (),
    stored: Mapping[str, list[float]] | None = None,
) -> OwnUsual | None:
    """What is usual among the profiles of this one's tier and platform; None under 30 of them.

    `newest` are rates that are on their way to the store; `stored` what it held before those that are just arriving.
    """
    key = _key(annotation)
    if key is None:
        return None
    known = stored[key] if stored and key in stored else rates_kept(store, key)
    rates = [*known, *(rate for found, rate in newest if found == key)][-MOST:]
    if len(rates) < LEAST:
        return None
    low, middle, high = (round(cut, DIGITS) for cut in quantiles(rates, n=4, method="inclusive"))
    return OwnUsual(low=low, middle=middle, high=high, profiles=len(rates))


def own_usual_to_json(usual: OwnUsual) -> dict[str, Any]:
    """For `engagement.usual_of_yours` of the contract's annotation."""
    return {"low": usual.low, "middle": usual.middle, "high": usual.high, "profiles": usual.profiles}


def _key(annotation: Annotation) -> str | None:
    """Key of the `settings` table: one a platform and tier."""
    return f"rates:{annotation.platform}:{narrowest(annotation.tier)}" if annotation.tier else None


def rates_kept(store: Store, key: str) -> list[float]:
    """The rates under a key of `rate_of`, oldest first."""
    return list((store.get("settings", key) or {}).get("rates", ()))


def _rate(annotation: Annotation) -> float | None:
    """The rate that the platform's usual band is about."""
    rule = load_engagement().platforms[annotation.platform]
    engagement = annotation.engagement
    return engagement.by_views if rule.measure == "by_views" else engagement.by_followers
