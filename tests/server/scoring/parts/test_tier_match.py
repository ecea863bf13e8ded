"""Tier match."""

from server.domain.profile import Count
from server.scoring.parts.tier_match import measure
from tests.server.scoring.factories import brand, facts, profile


def value(followers: int, *tiers: str) -> float:
    result = measure(facts(profile(followers=Count(value=followers)), brand_=brand(tiers=tiers)))
    assert result.value is not None
    return result.value


def test_inside_a_wanted_tier_is_one_nested_ones_included() -> None:
    assert value(3_000, "micro") == value(3_000, "nano") == value(50_000, "micro") == 1


def test_there_is_no_cliff_at_an_edge() -> None:
    assert value(99_999, "micro") - value(100_001, "micro") < 0.001
    assert value(1_000, "nano") - value(999, "nano") < 0.001


def test_further_outside_is_less() -> None:
    assert 1 > value(150_000, "micro") > value(400_000, "micro") > value(3_000_000, "micro") > 0
    assert 1 > value(700, "nano") > value(100, "nano") > value(0, "nano") > 0


def test_the_nearest_of_several_wanted_tiers_counts() -> None:
    assert value(900_000, "nano", "mega") > value(900_000, "nano")


def test_below_can_be_wanted() -> None:
    assert value(300, "below") == 1


def test_unknown_followers_are_unknown_and_no_wish_is_not_asked() -> None:
    assert measure(facts(profile(followers=None), brand_=brand(tiers=("nano",)))).value is None
    assert measure(facts(brand_=brand())).asked is False
