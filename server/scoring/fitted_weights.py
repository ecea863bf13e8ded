"""Finds the weights under which a user's own choices stand in order, without straying far from the table's."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from server.scoring.choice_order import Example
from server.scoring.choice_table import LearningRules

Array = NDArray[np.float64]
LEAP = 1.0  # a factor moves by e at most in one step, so that no step lands where nothing is known


def fitted_weights(examples: Sequence[Example], weights: Mapping[str, float], rules: LearningRules) -> dict[str, float]:
    """The table's weights times exp(theta), theta found by Newton's steps on the ordered pairs with a ridge."""
    parts = [id_ for id_, weight in weights.items() if weight > 0]
    table = np.array([weights[id_] for id_ in parts])
    values = np.array([[_number(example.values.get(id_)) for id_ in parts] for example in examples])
    ranks = np.array([rules.ranks[example.choice] for example in examples])
    theta = _theta(values, ranks, table, rules)
    factors = dict(zip(parts, np.exp(theta).tolist(), strict=True))
    return {id_: round(weight * factors.get(id_, 1.0), 4) for id_, weight in weights.items()}


def _theta(values: Array, ranks: Array, table: Array, rules: LearningRules) -> Array:
    """The logarithm of each part's factor; `values` is examples x parts with NaN where unknown."""
    known = ~np.isnan(values)
    filled = np.where(known, values, 0.0)
    better = ranks[:, None] > ranks[None, :]
    theta, bound = np.zeros(len(table)), np.log(rules.most)
    for _ in range(rules.steps):
        scores, effects = _scores(filled, known, table * np.exp(theta))
        slope, bend = _slope_and_bend(scores, effects, better, theta, rules)
        is_held = (np.abs(theta) >= bound) & (slope * theta > 0)
        step = np.clip(_step(slope, bend, is_held), -LEAP, LEAP)
        theta = np.clip(theta + step, -bound, bound)
    return theta


def _scores(filled: Array, known: NDArray[np.bool_], now: Array) -> tuple[Array, Array]:
    """Each example's score, and how it moves with the logarithm of each weight: w (v - score) / sum of known w."""
    totals = np.maximum(known @ now, 1e-12)
    scores = (filled @ now) / totals
    return scores, known * (filled - scores[:, None]) * now / totals[:, None]


def _step(slope: Array, bend: Array, is_held: NDArray[np.bool_]) -> Array:
    """Newton's step; parts that press against their bound stay there and the others move as if alone."""
    free = np.ix_(~is_held, ~is_held)
    step = np.zeros(len(slope))
    step[~is_held] = np.linalg.solve(bend[free], slope[~is_held])
    return step


def _slope_and_bend(
    scores: Array, effects: Array, better: NDArray[np.bool_], theta: Array, rules: LearningRules
) -> tuple[Array, Array]:
    """Downhill slope and bend of what is made small.

    That is the sum over pairs of log(1 + exp(-steepness x difference)), and ridge x theta squared / 2.
    Both sums over pairs are taken by their rows and columns, so that a thousand choices stay quick.
    """
    wrong = better / (1 + np.exp(np.clip(rules.steepness * (scores[:, None] - scores[None, :]), -60, 60)))
    slope = rules.steepness * effects.T @ (wrong.sum(axis=1) - wrong.sum(axis=0)) - rules.ridge * theta
    doubt = wrong * (1 - wrong)
    spread = np.diag(doubt.sum(axis=1) + doubt.sum(axis=0)) - doubt - doubt.T
    bend = rules.steepness**2 * effects.T @ spread @ effects + rules.ridge * np.eye(len(theta))
    return slope, bend


def _number(value: float | None) -> float:
    return float("nan") if value is None else value
