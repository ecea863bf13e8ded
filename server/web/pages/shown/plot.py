"""Where the marks of a plot stand: followers on a log scale against engagement, in the units of an SVG."""

from dataclasses import dataclass
from itertools import pairwise
from math import ceil, log10
from unicodedata import east_asian_width

from server.domain.brand import Brand
from server.scoring.own_cuts import cuts_of
from server.scoring.sentence import load_grades
from server.services.map_list import Point

WIDTH, HEIGHT = 1160, 440
LEFT, RIGHT, TOP, BOTTOM = 48, 16, 32, 40
LABELS = 10
Box = tuple[float, float, float]
"""Left end, middle line, right end."""
LABEL_SIZE = (7.0, 16.0)
"""Width of a letter and height of a line, about, in SVG units."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Axes:
    """From (low, 0) to (high, top): followers by their logarithm, engagement as it is, from 0."""

    low: float
    high: float
    top: float

    def x(self, followers: float) -> float:
        """The place of a number of followers."""
        span = log10(self.high) - log10(self.low)
        share = (log10(max(self.low, min(self.high, followers))) - log10(self.low)) / span
        return round(LEFT + share * (WIDTH - LEFT - RIGHT), 1)

    def y(self, engagement: float) -> float:
        """The place of a share."""
        return round(HEIGHT - BOTTOM - min(1.0, engagement / self.top) * (HEIGHT - TOP - BOTTOM), 1)


@dataclass(frozen=True, kw_only=True, slots=True)
class Mark:
    """A point of the plot with its shape (good, partly, little, unknown) and, for the best, a label."""

    point: Point
    x: float
    y: float
    shape: str
    label: str = ""
    anchor: str = "start"


@dataclass(frozen=True, kw_only=True, slots=True)
class Zone:
    """A tier's stretch of the axis."""

    tier: str
    x: float
    width: float


def axes_of(points: tuple[Point, ...]) -> Axes:
    """From 500 followers or fewer to a million or more; the top is the next whole percent, 5 at least."""
    followers = [point.followers for point in points]
    top = max([0.05, *(ceil(point.engagement * 100) / 100 for point in points)])
    return Axes(low=max(1, min([500, *followers])), high=max([1_200_000, *followers]), top=top)


def shape_of(fit: int | None) -> str:
    """Told by shape, not by colour alone; the cuts are those of the fit's own words."""
    if fit is None:
        return "unknown"
    (good, _), (partly, _), *_ = load_grades().steps
    return "good" if fit >= good else "partly" if fit >= partly else "little"


def marks_of(points: tuple[Point, ...], axes: Axes) -> tuple[Mark, ...]:
    """Every point, the least fitting first so that the best lie on top; the best carry labels that touch nothing."""
    ordered = sorted(points, key=lambda point: -(point.fit or 0))
    spots = [(axes.x(point.followers), axes.y(point.engagement)) for point in ordered]
    taken: list[Box] = [(x - 6, y, x + 6) for x, y in spots]
    marks = []
    for point, (x, y) in zip(ordered, spots, strict=True):
        shape, anchor, box = shape_of(point.fit), *label_box(point.name, x, y)
        is_labelled = shape == "good" and len(taken) < len(spots) + LABELS and is_free(box, taken)
        taken += [box] if is_labelled else []
        marks.append(Mark(point=point, x=x, y=y, shape=shape, label=point.name if is_labelled else "", anchor=anchor))
    return tuple(reversed(marks))


def label_box(name: str, x: float, y: float) -> tuple[str, Box]:
    """On which side of its point a label stands, and the room it takes; on the left near the right edge."""
    width = sum(LABEL_SIZE[0] * (2 if east_asian_width(sign) in "WF" else 1) for sign in name)
    if x + width + 12 > WIDTH - RIGHT:
        return "end", (x - 10 - width, y, x - 10)
    return "start", (x + 10, y, x + 10 + width)


def is_free(box: Box, taken: list[Box]) -> bool:
    """Whether nothing stands there yet."""
    left, y, right = box
    return all(abs(y - other) > LABEL_SIZE[1] or left > end or right < start for start, other, end in taken)


def zones_of(axes: Axes, brand: Brand | None = None) -> tuple[Zone, ...]:
    """The tiers along the axis, by the brand's cuts; where nano lies inside micro, micro starts at nano's end."""
    cuts = cuts_of(brand)
    starts = {cut.low: cut.id for cut in sorted(cuts, key=lambda cut: cut.inside is not None)}
    starts |= {cut.high: cut.inside for cut in cuts if cut.inside and cut.high}
    edges = [(axes.low, "below"), *sorted((low, tier) for low, tier in starts.items() if low > axes.low)]
    ends = [*edges, (axes.high, "")]
    found = [(tier, axes.x(low), axes.x(high)) for (low, tier), (high, _) in pairwise(ends) if high > low]
    return tuple(Zone(tier=str(tier), x=left, width=round(right - left, 1)) for tier, left, right in found)


def ticks_of(axes: Axes) -> list[tuple[float, str]]:
    """Steps of engagement: five or so, in whole percents."""
    step = max(1, ceil(axes.top * 100 / 5))
    return [(axes.y(percent / 100), f"{percent}%") for percent in range(0, int(axes.top * 100) + 1, step)]
