"""How good an order is: NDCG at 10 over grades, precision at 10 over fits."""

from collections.abc import Mapping, Sequence
from math import log2

TOP = 10


def ndcg(order: Sequence[str], grades: Mapping[str, int], top: int = TOP) -> float:
    """Discounted gain 2^grade - 1 of the first ten over that of the best possible ten."""
    best = sorted(grades.values(), reverse=True)[:top]
    return _gain([grades[handle] for handle in order[:top]]) / _gain(best)


def precision(order: Sequence[str], grades: Mapping[str, int], least: int = 2, top: int = TOP) -> float:
    """Share of the first ten that have at least this grade, out of as many as there could be."""
    possible = min(top, sum(grade >= least for grade in grades.values()))
    return sum(grades[handle] >= least for handle in order[:top]) / possible


def ranked(scores: Mapping[str, float]) -> list[str]:
    """Handles, best first; equal scores in the order of the alphabet."""
    return sorted(scores, key=lambda handle: (-scores[handle], handle))


def _gain(grades: Sequence[int]) -> float:
    return sum((2.0**grade - 1) / log2(place + 2) for place, grade in enumerate(grades))
