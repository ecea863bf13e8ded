"""Cultural adjacency."""

from server.scoring.parts.cultural_adjacency import measure
from tests.server.scoring.factories import brand, facts, profile, reading

WANTED = brand(signals={"slow-fashion": 1.0, "art-scene": 0.6, "inclusivity": 0.8})


def value(signals: dict[str, float], niches: dict[str, float] | None = None) -> float:
    result = measure(facts(reading_=reading(niches, signals), brand_=WANTED))
    assert result.value is not None
    return result.value


def test_each_further_shared_signal_adds_and_the_sum_stays_under_one() -> None:
    one = value({"slow-fashion": 1.0})
    two = value({"slow-fashion": 1.0, "art-scene": 1.0})
    three = value({"slow-fashion": 1.0, "art-scene": 1.0, "inclusivity": 1.0})
    assert 0 < one < two < three < 1


def test_a_near_signal_counts_in_part() -> None:
    assert 0 < value({"second-hand-first": 1.0}) < value({"slow-fashion": 1.0})


def test_a_signal_of_another_world_takes_nothing_away() -> None:
    assert value({"slow-fashion": 1.0, "car-scene": 1.0}) == value({"slow-fashion": 1.0})


def test_a_subject_alone_is_only_a_little_culture() -> None:
    assert 0 < value({}, {"painting-illustration": 1.0}) < 0.2


def test_the_shared_signals_are_named_with_their_words() -> None:
    result = measure(facts(reading_=reading(None, {"slow-fashion": 0.9, "car-scene": 0.9}), brand_=WANTED))
    assert result.why == "Shares slow fashion with the brand's world."
    assert [item.text for item in result.evidence] == ["slow-fashion"]


def test_it_is_unknown_without_words_and_not_asked_without_a_wish() -> None:
    assert measure(facts(profile(posts=0, bio=""), reading(posts=0), WANTED)).value is None
    assert measure(facts(brand_=brand(signals={}))).asked is False
