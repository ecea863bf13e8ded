"""A usual band per tier, read on a line between the tiers' middles so that no edge is a cliff."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import log10

from server.domain.brand import TierId
from server.scoring.table_rows import Row
from server.scoring.tiers import tier_id

Band = tuple[float, float]


@dataclass(frozen=True, kw_only=True, slots=True)
class Bands:
    """`by_tier` as the table gives it; `points` are (log10 of followers, band), rising."""

    by_tier: Mapping[TierId, Band]
    points: tuple[tuple[float, Band], ...]

    def at(self, followers: int) -> Band:
        """The usual band at a number of followers, flat beyond the outermost points."""
        place = log10(max(1, followers))
        if place <= self.points[0][0]:
            return self.points[0][1]
        for (left, low), (right, high) in pairwise(self.points):
            if place <= right:
                return _between(low, high, (place - left) / (right - left))
        return self.points[-1][1]


def _between(low: Band, high: Band, share: float) -> Band:
    return low[0] + (high[0] - low[0]) * share, low[1] + (high[1] - low[1]) * share


def read_bands(row: Row) -> Bands:
    """The rows of a table, one a tier, each with `at` and `usual`. Raises DataFault."""
    by_tier: dict[TierId, Band] = {}
    points: list[tuple[float, Band]] = []
    for name, entry in row.rows():
        entry.allow("at", "usual")
        by_tier[tier_id(name, entry)] = entry.pair("usual")
        points.append((log10(entry.number("at", 1)), entry.pair("usual")))
    if len(points) < 2 or points != sorted(points, key=lambda point: point[0]):
        raise row.fault("needs two tiers or more, from the smallest to the largest")
    return Bands(by_tier=by_tier, points=tuple(points))
