"""Tier match: whether the number of followers lies in a tier that the brand wants, without an edge."""

from functools import lru_cache
from math import exp, inf, log10

from server.domain.brand import TierId
from server.scoring.facts import Facts, Measured, Part, not_asked, unknown
from server.scoring.own_cuts import cuts_of
from server.scoring.phrases import listed
from server.scoring.tiers import Cuts

REACH = 0.5  # decades outside of the tier at which the value has fallen to 1/e: 316K is half a decade above 100K


def measure(facts: Facts) -> Measured:
    """1 inside a wanted tier; outside it falls on the logarithm of followers, exp(-(decades / 0.5) squared).

    Unknown without followers; not asked when the brand wants any tier.
    """
    wanted = facts.wishes.brand.tiers
    if not wanted:
        return not_asked("The brand wants any tier.")
    if facts.followers is None:
        return unknown("Followers were not shown.")
    place = log10(max(1, facts.followers))
    distance = min([_outside(place, *bounds) for bounds in _decades(wanted, cuts_of(facts.wishes.brand))])
    value = exp(-((distance / REACH) ** 2))
    if facts.is_lean:
        return Measured(value=value, why="")
    inside = "in" if distance == 0 else "outside"
    return Measured(
        value=value,
        why=f"{facts.followers:,} followers, {inside} {listed(list(wanted))}.",
        brief="the wanted size" if distance == 0 else "",
    )


def _bounds(tier: str, cuts: Cuts) -> tuple[int, int | None]:
    """Lowest and first-too-high followers of a tier; one without a cut is what lies below all cuts."""
    for cut in cuts:
        if cut.id == tier:
            return cut.low, cut.high
    return 0, min(cut.low for cut in cuts)


@lru_cache(maxsize=64)
def _decades(wanted: tuple[TierId, ...], cuts: Cuts) -> tuple[tuple[float, float], ...]:
    """Both ends of each wanted tier as decades of followers. Kept for the last brands."""
    bounds = [_bounds(name, cuts) for name in wanted]
    return tuple((log10(max(1, low)), log10(high) if high else inf) for low, high in bounds)


def _outside(place: float, low: float, high: float) -> float:
    """Decades between a place and the nearer end, 0 inside."""
    return max(0.0, low - place, place - high)


PART = Part(id="tier_match", label="Tier", measure=measure)
