"""Momentum: how followers changed between two readings of the same account."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from server.domain.profile import Count
from server.scoring.phrases import counted

LEAST_DAYS = 7  # closer readings say more about rounding and one good post than about a direction


@dataclass(frozen=True, kw_only=True, slots=True)
class Sighting:
    """The followers that a page showed at one moment."""

    at: datetime
    followers: Count


@dataclass(frozen=True, kw_only=True, slots=True)
class Momentum:
    """From the first to the last sighting. `change` is a share of the first (0.18 is 18% more).

    `certain` is False when both printed numbers may stand for the same true one.
    """

    first: int
    last: int
    days: int
    change: float
    certain: bool


def momentum_of(sightings: Sequence[Sighting]) -> Momentum | None:
    """The change over all sightings, in whatever order they come; None under two or within a week."""
    ordered = sorted(sightings, key=lambda one: one.at)
    if len(ordered) < 2:
        return None
    first, last = ordered[0], ordered[-1]
    days = (last.at - first.at).days
    if days < LEAST_DAYS or first.followers.value == 0:
        return None
    low, high = first.followers.interval()
    later_low, later_high = last.followers.interval()
    return Momentum(
        first=first.followers.value,
        last=last.followers.value,
        days=days,
        change=last.followers.value / first.followers.value - 1,
        certain=later_low > high or later_high < low or _is_same_exact(first, last),
    )


def say_momentum(momentum: Momentum) -> str:
    """ "3.9K → 4.6K followers in 40 days", or that no change can be told."""
    span = counted(momentum.days, "day")
    if not momentum.certain or momentum.first == momentum.last:
        return f"{short(momentum.last)} followers, no change to be told in {span}"
    return f"{short(momentum.first)} → {short(momentum.last)} followers in {span}"


def short(number: int) -> str:
    """A count as pages print it, cut and never rounded up: 999, 3.9K, 48.2K, 482K, 1.2M."""
    for unit, letter in ((1_000_000, "M"), (1_000, "K")):
        if number >= unit:
            tenths = number * 10 // unit
            has_tenth = tenths < 1_000 and tenths % 10
            return f"{tenths // 10}.{tenths % 10}{letter}" if has_tenth else f"{tenths // 10}{letter}"
    return str(number)


def _is_same_exact(first: Sighting, last: Sighting) -> bool:
    return first.followers.exact and last.followers.exact and first.followers.value == last.followers.value
