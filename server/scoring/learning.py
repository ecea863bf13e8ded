"""Learns from a user's own choices how much each part of the fit should weigh for one brand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from server.domain.annotation import Fit
from server.scoring.choice_table import LearningRules, load_learning

Choice = Literal["starred", "saved", "dismissed"]
Values = Mapping[str, float | None]
Array = NDArray[np.float64]


@dataclass(frozen=True, kw_only=True, slots=True)
class Example:
    """A candidate that the user chose about, with the values of its parts (None where unknown)."""

    values: Values
    choice: Choice


@dataclass(frozen=True, kw_only=True, slots=True)
class Lesson:
    """Weights that order the user's own choices better, with the proof.

    `table` and `learned` are the shares of (wanted, dismissed) pairs put in the right order by the table's weights
    and, on choices left out of the learning, by learned ones; 0.5 is a coin. `offered` is True only when the
    learned weights are better by the table's margin; nothing is ever changed by itself.
    """

    weights: Mapping[str, float]
    table: float
    learned: float
    examples: int
    offered: bool
    why: str


def example_of(fit: Fit, choice: Choice) -> Example:
    """A choice about a candidate with this fit."""
    return Example(values={part.id: part.value for part in fit.parts}, choice=choice)


def learn_weights(
    examples: Sequence[Example], weights: Mapping[str, float], rules: LearningRules | None = None
) -> Lesson:
    """A lesson from all choices: the table's weights times a factor a part, fitted to the choices.

    A ridge keeps the factors at 1 where the choices say nothing, so few choices move little. The proof is
    cross-validated: each choice is judged by weights learned from the others.
    """
    rules = rules or load_learning()
    wanted = sum(example.choice != "dismissed" for example in examples)
    if min(wanted, len(examples) - wanted) < rules.least_of_each:
        why = f"Needs {rules.least_of_each} wanted and {rules.least_of_each} dismissed candidates to learn from."
        return Lesson(weights=weights, table=0.5, learned=0.5, examples=len(examples), offered=False, why=why)
    before = ordered_share(examples, [_score(example.values, weights) for example in examples])
    after = ordered_share(examples, _held_out_scores(examples, weights, rules))
    offered = after >= before + rules.margin
    return Lesson(
        weights=fitted_weights(examples, weights, rules),
        table=before,
        learned=after,
        examples=len(examples),
        offered=offered,
        why=_why(before, after, offered),
    )


def fitted_weights(examples: Sequence[Example], weights: Mapping[str, float], rules: LearningRules) -> dict[str, float]:
    """The table's weights times exp(theta), theta found by gradient steps on the ordered pairs with a ridge."""
    parts = [id_ for id_, weight in weights.items() if weight > 0]
    table = np.array([weights[id_] for id_ in parts])
    values = np.array([[_number(example.values.get(id_)) for id_ in parts] for example in examples])
    ranks = np.array([rules.ranks[example.choice] for example in examples])
    theta = _fitted(values, ranks, table, rules)
    factors = dict(zip(parts, np.exp(theta).tolist(), strict=True))
    return {id_: round(weight * factors.get(id_, 1.0), 4) for id_, weight in weights.items()}


def _fitted(values: Array, ranks: Array, table: Array, rules: LearningRules) -> Array:
    """Theta, one a part; `values` is examples x parts with NaN where unknown."""
    known = ~np.isnan(values)
    filled = np.where(known, values, 0.0)
    better = ranks[:, None] > ranks[None, :]
    theta = np.zeros(len(table))
    for _ in range(rules.steps):
        now = table * np.exp(theta)
        totals = np.maximum(known @ now, 1e-12)
        scores = (filled @ now) / totals
        push = better / (1 + np.exp(rules.steepness * (scores[:, None] - scores[None, :])))
        pull = rules.steepness * (push.sum(axis=1) - push.sum(axis=0)) / max(1, better.sum())
        # the score moves by w (v - score) / (sum of known weights) when the logarithm of w moves
        effects = known * (filled - scores[:, None]) * now / totals[:, None]
        slope = pull @ effects - rules.ridge * theta / max(1, better.sum())
        theta = np.clip(theta + rules.rate * slope, -np.log(rules.most), np.log(rules.most))
    return theta


def _number(value: float | None) -> float:
    return float("nan") if value is None else value


def ordered_share(examples: Sequence[Example], scores: Sequence[float]) -> float:
    """Share of pairs (better, worse choice) whose scores stand in that order; ties count half. 0.5 without pairs."""
    ranks = [load_learning().ranks[example.choice] for example in examples]
    pairs = [(a, b) for a, b in product(range(len(examples)), repeat=2) if ranks[a] > ranks[b]]
    right = sum(1.0 if scores[a] > scores[b] else 0.5 if scores[a] == scores[b] else 0.0 for a, b in pairs)
    return right / len(pairs) if pairs else 0.5


def _held_out_scores(examples: Sequence[Example], weights: Mapping[str, float], rules: LearningRules) -> list[float]:
    """Each example scored by weights learned from the other folds; wanted and dismissed spread evenly."""
    order = sorted(range(len(examples)), key=lambda place: (examples[place].choice, place))
    fold = {place: rank % rules.folds for rank, place in enumerate(order)}
    learned = [
        fitted_weights([one for place, one in enumerate(examples) if fold[place] != left_out], weights, rules)
        for left_out in range(rules.folds)
    ]
    return [_score(example.values, learned[fold[place]]) for place, example in enumerate(examples)]


def _score(values: Values, weights: Mapping[str, float]) -> float:
    """Weighted mean of the known values, 0 to 1; 0 when none is known."""
    known = [(weights.get(id_, 0.0), value) for id_, value in values.items() if value is not None]
    total = sum(weight for weight, _ in known)
    return sum(weight * value for weight, value in known) / total if total > 0 else 0.0


def _why(before: float, after: float, offered: bool) -> str:
    proof = f"{after:.0%} of your choices in the right order, {before:.0%} with the usual weights"
    return f"Better on your own choices: {proof}." if offered else f"The usual weights do as well: {proof}."
