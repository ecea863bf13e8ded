"""Learning by example."""

from collections.abc import Mapping
from dataclasses import replace
from math import log
from random import Random

from server.scoring.choice_order import Choice, Example, ordered_share, surety
from server.scoring.choice_table import LearningRules, load_learning
from server.scoring.fit import fit_of
from server.scoring.fitted_weights import fitted_weights
from server.scoring.learning import example_of, learn_weights
from tests.server.scoring.factories import facts

WEIGHTS = {"niche_overlap": 6.0, "craft": 1.0, "trust": 1.0}


def choices(number: int, by: str, seed: int = 4) -> list[Example]:
    """A user who saves what is high in one part and dismisses the rest, whatever the other parts say."""
    random = Random(seed)  # noqa: S311 - simulated users, no secret
    rows = [{id_: random.random() for id_ in WEIGHTS} for _ in range(number)]
    return [Example(values=row, choice=_choice(row[by])) for row in rows]


def test_a_taste_for_craft_raises_the_weight_of_craft_and_is_offered_with_its_proof() -> None:
    lesson = learn_weights(choices(24, "craft"), WEIGHTS)
    assert lesson.offered
    assert lesson.weights["craft"] / lesson.weights["niche_overlap"] > WEIGHTS["craft"] / WEIGHTS["niche_overlap"]
    assert lesson.learned > lesson.table
    assert f"{lesson.table:.0%}" in lesson.why


def test_a_taste_that_the_table_has_already_is_not_offered() -> None:
    lesson = learn_weights(choices(24, "niche_overlap"), {"niche_overlap": 6.0, "craft": 0.1, "trust": 0.1})
    assert not lesson.offered
    assert lesson.why.startswith("The usual weights do as well")


def test_a_few_choices_or_choices_of_one_kind_teach_nothing() -> None:
    for some in (choices(5, "craft"), [Example(values={"craft": 0.5}, choice="saved")] * 30, []):
        lesson = learn_weights(some, WEIGHTS)
        assert not lesson.offered
        assert lesson.weights == WEIGHTS


def test_weights_stay_within_their_bounds_and_a_part_of_no_weight_stays_out() -> None:
    rules = load_learning()
    learned = fitted_weights(choices(40, "trust"), {**WEIGHTS, "craft": 0.0}, rules)
    assert learned["craft"] == 0
    assert WEIGHTS["trust"] / rules.most <= learned["trust"] <= WEIGHTS["trust"] * rules.most


def test_the_same_choices_teach_the_same() -> None:
    assert learn_weights(choices(20, "craft"), WEIGHTS) == learn_weights(choices(20, "craft"), WEIGHTS)


def test_unknown_parts_are_left_out_and_not_read_as_zero() -> None:
    examples = [Example(values={**one.values, "trust": None}, choice=one.choice) for one in choices(24, "craft")]
    assert fitted_weights(examples, WEIGHTS, load_learning())["trust"] == WEIGHTS["trust"]


def test_order_is_judged_in_pairs_and_a_tie_counts_half() -> None:
    examples = [Example(values={}, choice=choice) for choice in ("starred", "saved", "dismissed")]
    assert ordered_share(examples, [3, 2, 1]) == 1
    assert ordered_share(examples, [1, 2, 3]) == 0
    assert ordered_share(examples, [1, 1, 1]) == 0.5


def test_surety_is_a_half_without_a_difference_and_tells_far_wrong_from_just_wrong() -> None:
    examples = [Example(values={}, choice=choice) for choice in ("saved", "dismissed")]
    assert surety(examples, [0.5, 0.5]) == 0.5 == surety([], [])
    assert surety(examples, [0.9, 0.1]) > 0.99
    assert 0.5 > surety(examples, [0.49, 0.5]) > surety(examples, [0.1, 0.9])


def test_learning_ends_where_no_small_step_makes_the_choices_likelier() -> None:
    rules, examples = replace(load_learning(), steps=40, most=1000.0), choices(16, "craft")
    best = fitted_weights(examples, WEIGHTS, rules)
    for id_ in WEIGHTS:
        for factor in (0.97, 1.03):
            assert cost(examples, {**best, id_: best[id_] * factor}, rules) > cost(examples, best, rules)


def test_an_example_keeps_the_values_of_the_fit() -> None:
    fit = fit_of(facts())
    assert example_of(fit, "saved").values == {part.id: part.value for part in fit.parts}


def cost(examples: list[Example], weights: Mapping[str, float], rules: LearningRules) -> float:
    """What learning makes small: unlikely pairs and factors far from 1."""
    scores = [sum(weights[id_] * (one.values[id_] or 0) for id_ in weights) / sum(weights.values()) for one in examples]
    pairs = sum(
        one.choice > other.choice for one in examples for other in examples
    )  # "dismissed" < "saved" < "starred"
    strayed = sum(log(weights[id_] / WEIGHTS[id_]) ** 2 for id_ in WEIGHTS)
    return -pairs * log(surety(examples, scores)) + rules.ridge * strayed / 2


def _choice(value: float) -> Choice:
    return "starred" if value > 0.8 else "saved" if value > 0.5 else "dismissed"
