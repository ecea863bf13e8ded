"""More like these: how near profiles are to a few chosen ones, with the shared ids as the reason."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from server.scoring.nearness import load_niche_nearness, load_signal_nearness
from server.scoring.phrases import listed, lower_first
from server.scoring.taxonomy import label_of, load_taxonomy

Shown = Mapping[str, float]
NICHE_SHARE = 0.5  # a subject that is shared and a culture that is shared weigh the same


@dataclass(frozen=True, kw_only=True, slots=True)
class Likeness:
    """How near a profile is to the examples, 0 to 1, and the ids that they share, strongest first."""

    key: str
    value: float
    shared: tuple[str, ...]

    @property
    def why(self) -> str:
        """The shared niches and signals in words, or that only related ones bring them near."""
        names = [lower_first(label_of(id_)) for id_ in self.shared]
        if names:
            return f"Shares {listed(names)}."
        return "Near by related niches and culture." if self.value > 0 else "Shares nothing with them."


def more_like(examples: Sequence[Shown], others: Iterable[tuple[str, Shown]]) -> list[Likeness]:
    """All others, nearest first; equal ones in the order of their keys. Nearness tables count, as in the fit.

    Examples and others are given by how strongly each niche and signal shows (`strengths` of their readings).
    """
    middle = _middle(examples)
    found = [_likeness(key, middle, shown) for key, shown in others]
    return sorted(found, key=lambda one: (-one.value, one.key))


def _middle(shown: Sequence[Shown]) -> dict[str, float]:
    """Mean strength of each id over the examples; what only one of three shows counts a third."""
    ids = {id_ for one in shown for id_ in one}
    return {id_: sum(one.get(id_, 0.0) for one in shown) / len(shown) for id_ in ids}


def _likeness(key: str, middle: Shown, other: Shown) -> Likeness:
    niches, signals = (_cosine(_of(middle, is_niche), _of(other, is_niche)) for is_niche in (True, False))
    shared = sorted(middle.keys() & other.keys(), key=lambda id_: (-middle[id_] * other[id_] * _telling(id_), id_))
    return Likeness(
        key=key,
        value=NICHE_SHARE * niches + (1 - NICHE_SHARE) * signals,
        shared=tuple(id_ for id_ in shared if middle[id_] * other[id_] >= 0.1),
    )


def _of(shown: Shown, is_niche: bool) -> dict[str, float]:
    """Niches or signals alone, less for the common ones, spread a little to their neighbours."""
    taxonomy, nearness = load_taxonomy(), load_niche_nearness() if is_niche else load_signal_nearness()
    spread: dict[str, float] = {}
    for id_, value in shown.items():
        if id_ in taxonomy and (taxonomy[id_].facet == "niche") is is_niche:
            own = value * nearness.telling(id_)
            for near, share in {id_: 1.0, **nearness.near.get(id_, {})}.items():
                spread[near] = max(spread.get(near, 0.0), own * share)
    return spread


def _telling(id_: str) -> float:
    return min(load_niche_nearness().telling(id_), load_signal_nearness().telling(id_))


def _cosine(one: Shown, other: Shown) -> float:
    length = sqrt(sum(value**2 for value in one.values()) * sum(value**2 for value in other.values()))
    return sum(value * other.get(id_, 0.0) for id_, value in one.items()) / length if length > 0 else 0.0
