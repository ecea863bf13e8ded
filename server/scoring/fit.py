"""Fit: the weighted mean of the known parts, with an interval for what is not known."""

from collections.abc import Mapping, Sequence

from server.domain.annotation import Fit, FitPart
from server.scoring.facts import Facts, Measured, Part
from server.scoring.parts import PARTS
from server.scoring.sentence import load_grades, say_fit
from server.scoring.weights import weights_of

COSTS = 2
CARRIES = 0.5  # a part under this value is no reason for a fit
LEAST_COST = 1.0  # points of the score under which a part is not worth naming


def fit_of(facts: Facts, weights: Mapping[str, float] | None = None) -> Fit:
    """The fit of one profile for the brand of its facts.

    Score: 100 x sum(weight x value) / sum(weight) over the known parts, None when less than `least_known` of the weight
    of what the brand asks is known: a follower count alone says nothing of a fit. Low and high: what
    the score could be if everything asked were known, with the unknown anywhere from 0 to 1; a part that rests on
    little leaves its own share open.
    """
    weights = weights or weights_of(facts.wishes.brand)
    measured = [(part.measure(facts), weights[part.id]) for part in PARTS]
    parts = tuple([_fit_part(part, *answer) for part, answer in zip(PARTS, measured, strict=True)])
    score = _score(measured)
    low, high = interval(measured)
    costs = costliest(parts)
    return Fit(
        brand=facts.wishes.brand.name,
        score=None if score is None else round(score),
        known=sum(is_known(part) for part in parts),
        of=len(parts),
        parts=parts,
        low=None if score is None else min(low, round(score)),
        high=None if score is None else max(high, round(score)),
        sentence=_sentence(score, parts, measured, costs),
        costs=costs,
    )


def score_of(facts: Facts, weights: Mapping[str, float]) -> int | None:
    """The score of `fit_of` alone, without reasons, for ordering many."""
    score = _score([(part.measure(facts), weights[part.id]) for part in PARTS])
    return None if score is None else round(score)


def _score(measured: Sequence[tuple[Measured, float]]) -> float | None:
    if coverage(measured) < load_grades().least_known:
        return None
    return _mean([(weight, answer.value) for answer, weight in measured if answer.value is not None])


def _fit_part(part: Part, answer: Measured, weight: float) -> FitPart:
    return FitPart(
        id=part.id, label=part.label, value=answer.value, weight=weight, why=answer.why, evidence=answer.evidence
    )


def is_known(part: FitPart) -> bool:
    """Whether a part takes part in the score: it has a value and weighs something."""
    return part.value is not None and part.weight > 0


def weighted_score(parts: Sequence[FitPart]) -> float | None:
    """0 to 100, not rounded; None when no part is known."""
    return _mean([(part.weight, part.value) for part in parts if part.value is not None])


def _mean(known: Sequence[tuple[float, float]]) -> float | None:
    total = sum([weight for weight, _ in known])
    return 100 * sum([weight * value for weight, value in known]) / total if total > 0 else None


def interval(measured: Sequence[tuple[Measured, float]]) -> tuple[int, int]:
    """Lowest and highest score in whole points, the open share of each asked part taken as 0 and as 1."""
    asked = [(answer, weight) for answer, weight in measured if answer.asked]
    total = sum([weight for _, weight in asked])
    held = sum([weight * answer.value * answer.sure for answer, weight in asked if answer.value is not None])
    open_ = sum([weight * (1 - _sure(answer)) for answer, weight in asked])
    return (round(100 * held / total), round(100 * (held + open_) / total)) if total > 0 else (0, 100)


def coverage(measured: Sequence[tuple[Measured, float]]) -> float:
    """Known share of the weight of everything that the brand asks, 0 to 1."""
    total = sum([weight for answer, weight in measured if answer.asked])
    known = sum([weight for answer, weight in measured if answer.value is not None])
    return known / total if total > 0 else 0.0


def costliest(parts: Sequence[FitPart]) -> tuple[str, ...]:
    """Ids of the two known parts that take most away from 100, the dearest first."""
    total = sum([part.weight for part in parts if part.value is not None]) or 1.0
    lost = {part.id: 100 * part.weight * (1 - part.value) / total for part in parts if part.value is not None}
    ranked = sorted((id_ for id_ in lost if lost[id_] >= LEAST_COST), key=lambda id_: (-lost[id_], id_))
    return tuple(ranked[:COSTS])


def _sure(answer: Measured) -> float:
    return answer.sure if answer.value is not None else 0.0


def _sentence(
    score: float | None, parts: Sequence[FitPart], measured: Sequence[tuple[Measured, float]], costs: Sequence[str]
) -> str:
    reasons = [answer.brief for answer, _ in measured if answer.brief and (answer.value or 0.0) >= CARRIES]
    cost = next((part.why for part in parts if part.id in costs[:1]), "")
    return say_fit(None if score is None else round(score), reasons, cost, coverage(measured))
