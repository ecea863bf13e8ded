"""Segments of culture: which of a brand's wishes a group of people covers, which are missing, who bridges two."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

from server.domain.brand import Brand
from server.scoring.nearness import load_bridges, load_niche_nearness, load_signal_nearness
from server.scoring.strengths import met_wishes
from server.scoring.wishes import wishes_of

Shown = Mapping[str, float]
COVERS = 0.3  # match of a wish, strength x nearness, from which somebody covers it
FAR = 0.4  # two wishes at least as near as this are one world, so nobody bridges them


@dataclass(frozen=True, kw_only=True, slots=True)
class Segment:
    """One wished niche or signal and who covers it, the strongest match first; nobody means that it is missing."""

    wish: str
    want: float
    people: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Bridge:
    """Somebody at home in two wishes that lie far apart. `strength` is the weaker of the two matches, 0 to 1."""

    person: str
    one: str
    other: str
    strength: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Segments:
    """Segments in the order of how much they are wanted; `missing` are the wishes of those without people."""

    segments: tuple[Segment, ...]
    missing: tuple[str, ...]
    bridges: tuple[Bridge, ...]


def segments_of(people: Mapping[str, Shown], brand: Brand) -> Segments:
    """What these people (id to how strongly each niche and signal shows) cover of the brand's wishes."""
    wanted = {**brand.niches, **brand.signals}
    matches = {person: _matches(shown, brand) for person, shown in people.items()}
    order = sorted(wanted, key=lambda wish: (-wanted[wish], wish))
    segments = tuple(Segment(wish=wish, want=wanted[wish], people=_covering(wish, matches)) for wish in order)
    return Segments(
        segments=segments,
        missing=tuple(segment.wish for segment in segments if not segment.people),
        bridges=_bridges(matches),
    )


def _matches(shown: Shown, brand: Brand) -> dict[str, float]:
    """The wishes that one person covers, each with its match, 0 to 1 whatever the want."""
    wishes = wishes_of(brand)
    met = {**met_wishes(brand.niches, wishes.niches, shown), **met_wishes(brand.signals, wishes.signals, shown)}
    wanted = {**brand.niches, **brand.signals}
    return {wish: met[wish] / wanted[wish] for wish in met if met[wish] >= COVERS * wanted[wish]}


def _covering(wish: str, matches: Mapping[str, Mapping[str, float]]) -> tuple[str, ...]:
    there = [person for person in matches if wish in matches[person]]
    return tuple(sorted(there, key=lambda person: (-matches[person][wish], person)))


def _bridges(matches: Mapping[str, Mapping[str, float]]) -> tuple[Bridge, ...]:
    """The strongest bridge first."""
    found = [
        Bridge(person=person, one=one, other=other, strength=min(met[one], met[other]))
        for person, met in matches.items()
        for one, other in combinations(sorted(met), 2)
        if nearness(one, other) < FAR
    ]
    return tuple(sorted(found, key=lambda bridge: (-bridge.strength, bridge.person, bridge.one, bridge.other)))


def nearness(one: str, other: str) -> float:
    """How near two ids of any kind are, 0 to 1."""
    across = max(load_bridges().get(one, {}).get(other, 0.0), load_bridges().get(other, {}).get(one, 0.0))
    return max(load_niche_nearness().between(one, other), load_signal_nearness().between(one, other), across)
