"""Craft."""

from server.scoring.parts.craft import measure
from tests.server.scoring.factories import brand, facts, reading


def value(craft: str, **wishes: object) -> float:
    result = measure(facts(reading_=reading(None, {craft: 0.9}), brand_=brand(**wishes)))
    assert result.value is not None
    return result.value


def test_a_craft_at_home_in_the_brands_niches_counts_more_than_one_elsewhere() -> None:
    assert value("designer") > value("chef-baker") > 0


def test_calling_oneself_a_creator_says_less_than_a_trade() -> None:
    assert value("creator") < value("chef-baker")


def test_a_craft_that_the_brand_wants_counts_fully() -> None:
    assert value("chef-baker", signals={"chef-baker": 1.0}) == 0.9


def test_naming_no_trade_is_unknown_and_not_zero() -> None:
    assert measure(facts(reading_=reading(None, {"minimalist": 0.9}))).value is None
