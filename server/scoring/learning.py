"""Learns from a user's own choices how much each part of the fit should weigh for one brand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from server.domain.annotation import Fit
from server.scoring.choice_order import Choice, Example, Values, ordered_share, surety
from server.scoring.choice_table import LearningRules, load_learning
from server.scoring.fitted_weights import fitted_weights


@dataclass(frozen=True, kw_only=True, slots=True)
class Lesson:
    """Weights that order the user's own choices better, with the proof.

    `table` and `learned` are the shares of (wanted, dismissed) pairs put in the right order by the table's weights
    and, on choices left out of the learning, by learned ones; 0.5 is a coin. `sure_before` and `sure_after` are the
    same as chances (see `surety`), which few choices tell more surely than a count of pairs. `offered` is True only
    when the learned weights are surer by the margin of learning.toml; nothing is ever changed by itself.
    """

    weights: Mapping[str, float]
    table: float
    learned: float
    examples: int
    offered: bool
    why: str
    sure_before: float = 0.5
    sure_after: float = 0.5


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
    usual = [_score(example.values, weights) for example in examples]
    return _lesson(
        examples, fitted_weights(examples, weights, rules), usual, _held_out(examples, weights, rules), rules
    )


def _lesson(
    examples: Sequence[Example],
    weights: Mapping[str, float],
    usual: Sequence[float],
    held_out: Sequence[float],
    rules: LearningRules,
) -> Lesson:
    before, after = ordered_share(examples, usual), ordered_share(examples, held_out)
    sure_before, sure_after = surety(examples, usual), surety(examples, held_out)
    offered = sure_after >= sure_before + rules.margin
    return Lesson(
        weights=weights,
        table=before,
        learned=after,
        examples=len(examples),
        offered=offered,
        why=_why((before, after), (sure_before, sure_after), offered),
        sure_before=sure_before,
        sure_after=sure_after,
    )


def _held_out(examples: Sequence[Example], weights: Mapping[str, float], rules: LearningRules) -> list[float]:
    """Each example scored by weights learned from the other folds; wanted and dismissed spread evenly."""
    folds = min(rules.folds, len(examples))
    order = sorted(range(len(examples)), key=lambda place: (examples[place].choice, place))
    fold = {place: rank % folds for rank, place in enumerate(order)}
    learned = [
        fitted_weights([one for place, one in enumerate(examples) if fold[place] != left_out], weights, rules)
        for left_out in range(folds)
    ]
    return [_score(example.values, learned[fold[place]]) for place, example in enumerate(examples)]


def _score(values: Values, weights: Mapping[str, float]) -> float:
    """Weighted mean of the known values, 0 to 1; 0 when none is known."""
    known = [(weights.get(id_, 0.0), value) for id_, value in values.items() if value is not None]
    total = sum(weight for weight, _ in known)
    return sum(weight * value for weight, value in known) / total if total > 0 else 0.0


def _why(shares: tuple[float, float], chances: tuple[float, float], offered: bool) -> str:
    """Both proofs in words, before and after."""
    proof = f"{shares[1]:.0%} of your choices in the right order, {shares[0]:.0%} with the usual weights"
    said = f"{proof}; each held with {chances[1]:.0%} chance, was {chances[0]:.0%}"
    return f"Better on your own choices: {said}." if offered else f"The usual weights do as well: {said}."
