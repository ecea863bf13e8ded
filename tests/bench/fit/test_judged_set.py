"""The judged set keeps its promises, and the measures of an order are right."""

import pytest

from server.scoring.taxonomy import load_taxonomy
from tests.bench.fit.baselines import cosine, niche_filter, tf_idf
from tests.bench.fit.judged_set import load_brands, load_profiles
from tests.bench.fit.ranking import ndcg, precision, ranked
from tests.server.scoring.factories import brand, reading

PROFILES = load_profiles()
BRANDS = load_brands(PROFILES)


def test_there_are_twelve_brands_and_120_profiles_on_both_platforms() -> None:
    assert len(BRANDS) >= 12
    assert len(PROFILES) == 120
    assert {profile.platform for profile in PROFILES.values()} == {"instagram", "tiktok"}


@pytest.mark.parametrize("judged", BRANDS, ids=lambda judged: judged.brand.name)
def test_each_brand_has_nine_to_fifteen_fits_a_reason_for_each_and_ids_of_the_taxonomy(judged: object) -> None:
    grades = list(judged.grades.values())  # type: ignore[attr-defined]
    assert 9 <= grades.count(2) <= 15
    assert all(judged.reasons.values())  # type: ignore[attr-defined]
    assert {*judged.brand.niches, *judged.brand.signals} <= set(load_taxonomy())  # type: ignore[attr-defined]


def test_the_best_order_has_ndcg_one_and_the_worst_none() -> None:
    grades = {f"{place}": 2 if place < 3 else 0 for place in range(30)}
    assert ndcg(list(grades), grades) == 1
    assert ndcg(list(reversed(grades)), grades) == 0
    assert ndcg(["0", "1", "9", "2"], grades) == pytest.approx(0.970, abs=0.01)


def test_precision_counts_fits_out_of_as_many_as_there_could_be() -> None:
    grades = {f"{place}": 2 if place < 4 else 1 for place in range(30)}
    assert precision(list(grades), grades) == 1
    assert precision(["0", *(f"{place}" for place in range(10, 19))], grades) == 0.25


def test_equal_scores_stand_in_the_order_of_the_alphabet() -> None:
    assert ranked({"b": 1.0, "a": 1.0, "c": 2.0}) == ["c", "a", "b"]


def test_the_other_ways_to_order_do_what_they_say() -> None:
    assert niche_filter(brand(niches={"travel": 1.0}), reading({"travel": 0.7, "pets": 0.9})) == 0.7
    vector = tf_idf(["wool coats", "film cameras", "film prints"])
    near, far = cosine(vector("wool coat"), vector("wool coats")), cosine(vector("wool coat"), vector("film prints"))
    assert near == pytest.approx(1)
    assert far == 0
