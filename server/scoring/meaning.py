"""What two texts speak of, as directions over the taxonomy's niches, and how alike those are."""

from collections.abc import Sequence
from functools import cache
from math import sqrt
from operator import mul

from server.scoring.taxonomy import load_taxonomy

Direction = tuple[float, ...]
MOST = 3
EVEN = 1e-12  # squared length under which a meaning is even, but for rounding
CARRIES = 0.05  # share of the likeness that a subject must carry to be named


def centred(meaning: Sequence[float]) -> Direction:
    """The meaning with its mean taken out, as long as 1; () for an empty or even one, which points nowhere."""
    if not meaning:
        return ()
    middle = sum(meaning) / len(meaning)
    apart = [number - middle for number in meaning]
    length = sqrt(sum(map(mul, apart, apart)))
    return tuple([number / length for number in apart]) if length * length > EVEN else ()


def likeness(direction: Direction, meaning: Sequence[float]) -> float:
    """Cosine of a direction and the direction of a meaning, -1 to 1; 0 where one points nowhere.

    A direction adds up to 0, so the meaning's own mean need not be taken out first: that is for ten thousand.
    """
    spread = sum(map(mul, meaning, meaning)) - sum(meaning) ** 2 / max(1, len(meaning))
    return sum(map(mul, direction, meaning)) / sqrt(spread) if spread > EVEN else 0.0


def shared_subjects(one: Direction, other: Direction) -> tuple[str, ...]:
    """Niches that both speak of more than of the mean, the one that carries most first; at most three."""
    carried = {id_: a * b for id_, a, b in zip(_niches(), one, other, strict=False) if a > 0 and b > 0}
    ranked = sorted((id_ for id_ in carried if carried[id_] >= CARRIES), key=lambda id_: (-carried[id_], id_))
    return tuple(ranked[:MOST])


@cache
def _niches() -> tuple[str, ...]:
    return tuple(id_ for id_, entry in load_taxonomy().items() if entry.facet == "niche")
