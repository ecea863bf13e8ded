"""What a user chose, and how well some scores put the choices in order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import exp, log1p
from statistics import fmean
from typing import Literal

from server.scoring.choice_table import load_learning

Choice = Literal["starred", "saved", "dismissed"]
Values = Mapping[str, float | None]


@dataclass(frozen=True, kw_only=True, slots=True)
class Example:
    """A candidate that the user chose about, with the values of its parts (None where unknown)."""

    values: Values
    choice: Choice


def ordered_share(examples: Sequence[Example], scores: Sequence[float]) -> float:
    """Share of pairs (better, worse choice) whose scores stand in that order; ties count half. 0.5 without pairs."""
    gaps = _gaps(examples, scores)
    return fmean(1.0 if gap > 0 else 0.5 if gap == 0 else 0.0 for gap in gaps) if gaps else 0.5


def surety(examples: Sequence[Example], scores: Sequence[float]) -> float:
    """How likely the scores hold the choices, 0 to 1: the geometric mean of the chance given to each pair's order.

    The chance of a pair is logistic in the difference of its scores, as steep as the table says. Finer than the
    share: a pair that is only just wrong costs less than one that is far off. 0.5 without pairs.
    """
    steep = load_learning().steepness
    gaps = _gaps(examples, scores)
    return exp(-fmean(log1p(exp(-steep * gap)) for gap in gaps)) if gaps else 0.5


def _gaps(examples: Sequence[Example], scores: Sequence[float]) -> list[float]:
    """By how much the better one of each pair of unlike choices scores higher."""
    ranks = [load_learning().ranks[example.choice] for example in examples]
    places = product(range(len(examples)), repeat=2)
    return [scores[one] - scores[other] for one, other in places if ranks[one] > ranks[other]]
