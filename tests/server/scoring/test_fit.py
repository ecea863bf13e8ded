"""The fit: a weighted mean of what is known."""

from dataclasses import replace

import pytest

from server.domain.annotation import Fit
from server.domain.errors import InvalidInput
from server.scoring.fit import fit_of
from server.scoring.weights import weights_of
from tests.server.scoring.factories import brand, facts, post, profile, reading

RICH = reading({"sewing-knitting": 0.9}, {"slow-fashion": 0.9, "designer": 0.8})


def recomputed(fit: Fit) -> float:
    known = [(part.weight, part.value) for part in fit.parts if part.value is not None]
    return 100 * sum(weight * value for weight, value in known) / sum(weight for weight, _ in known)


def test_the_score_is_the_weighted_mean_of_the_known_parts() -> None:
    fit = fit_of(facts(reading_=RICH))
    assert fit.score == round(recomputed(fit))
    assert fit.known == sum(part.value is not None for part in fit.parts)
    assert fit.of == len(fit.parts)


def test_nothing_known_is_no_score_and_says_so() -> None:
    fit = fit_of(facts(profile(posts=0, bio=None, followers=None), reading(posts=0)))
    assert (fit.score, fit.known, fit.low, fit.high) == (None, 0, None, None)
    assert fit.sentence == "Not enough could be read to say how well this fits."


def test_the_interval_holds_the_score_and_is_wide_where_little_is_known() -> None:
    full = fit_of(facts(reading_=RICH))
    bare = fit_of(facts(profile(posts=0), reading({"sewing-knitting": 0.9}, posts=0)))
    for fit in (full, bare):
        assert fit.low is not None
        assert fit.high is not None
        assert fit.score is not None
        assert 0 <= fit.low <= fit.score <= fit.high <= 100
    assert _width(bare) > _width(full)


def test_a_fit_that_rests_on_almost_nothing_does_not_look_certain() -> None:
    fit = fit_of(facts(profile(posts=1, bio=None), reading(posts=1), brand(tiers=("nano",))))
    assert 0 < fit.known <= 4
    assert fit.score is None
    assert "Not enough could be read" in fit.sentence


def test_a_fit_from_a_bio_alone_says_how_open_it_is() -> None:
    fit = fit_of(facts(profile(posts=0), replace(RICH, posts=()), brand(tiers=("nano",))))
    assert fit.score is not None
    assert _width(fit) > 20


def test_what_the_brand_does_not_ask_leaves_nothing_open() -> None:
    modest = fit_of(facts(reading_=RICH, brand_=brand()))
    asking = fit_of(facts(reading_=RICH, brand_=brand(places=("Lisbon",), languages=("pt",))))
    assert modest.score == asking.score
    assert _width(modest) < _width(asking)


def test_the_sentence_names_what_carries_the_fit() -> None:
    fit = fit_of(facts(reading_=RICH))
    assert fit.sentence.startswith("Good fit: shows sewing & knitting, shares slow fashion")


def test_little_in_common_is_explained_by_what_costs_and_not_by_praise() -> None:
    fit = fit_of(facts(reading_=reading({"travel": 0.9}, {"car-scene": 0.9})))
    assert fit.sentence == "Little in common: shows car & bike scene, none of it near the brand's world."


def test_the_costs_are_the_two_parts_that_take_most_away() -> None:
    fit = fit_of(facts(reading_=reading({"travel": 0.9}, {"car-scene": 0.9})))
    assert set(fit.costs) == {"niche_overlap", "cultural_adjacency"}


def test_small_accounts_and_hidden_likes_are_not_punished() -> None:
    shown = fit_of(facts(profile(), RICH))
    hidden = fit_of(facts(profile(posts=tuple(post(n, likes=None) for n in range(12))), RICH))
    values = {part.id: part.value for part in hidden.parts}
    assert values["engagement"] is None
    assert values["trust"] is None
    assert hidden.score is not None
    assert shown.score is not None
    assert hidden.score >= shown.score - 3


def test_the_goal_chooses_the_weights_and_the_brand_may_replace_one() -> None:
    assert weights_of(brand(goal="paid")) != weights_of(brand(goal="seeding"))
    assert weights_of(brand(weights={"trust": 9.0}))["trust"] == 9
    fit = fit_of(facts(reading_=RICH, brand_=brand(weights={"niche_overlap": 0.0})))
    assert next(part.weight for part in fit.parts if part.id == "niche_overlap") == 0


@pytest.mark.parametrize("weights", [{"looks": 1.0}, {"trust": -1.0}, {"trust": float("nan")}])
def test_a_weight_that_does_not_exist_or_is_negative_is_refused(weights: dict[str, float]) -> None:
    with pytest.raises(InvalidInput):
        weights_of(brand(weights=weights))


def _width(fit: Fit) -> int:
    assert fit.low is not None
    assert fit.high is not None
    return fit.high - fit.low
