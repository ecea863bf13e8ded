"""Niche overlap."""

from server.scoring.parts.niche_overlap import measure
from tests.server.scoring.factories import brand, facts, profile, reading


def value(niches: dict[str, float], wanted: dict[str, float], **changes: object) -> float:
    result = measure(facts(reading_=reading(niches, **changes), brand_=brand(niches=wanted)))  # type: ignore[arg-type]
    assert result.value is not None
    return result.value


def test_the_wanted_niche_counts_more_than_a_near_one_and_a_far_one_counts_nothing() -> None:
    wanted = {"streetwear": 1.0}
    exact, near, far = (value({id_: 0.9}, wanted) for id_ in ("streetwear", "sneakers", "baking-desserts"))
    assert exact > near > far == 0


def test_a_rare_niche_counts_more_than_a_common_one() -> None:
    assert value({"ceramics": 0.9}, {"ceramics": 1.0}) > value({"daily-vlog": 0.9}, {"daily-vlog": 1.0})


def test_a_niche_below_an_answer_still_counts_a_little() -> None:
    faint = value({"travel": 0.9}, {"ceramics": 1.0}, niche_scores={"ceramics": 0.4, "travel": 0.9})
    assert 0 < faint < value({"ceramics": 0.9}, {"ceramics": 1.0})


def test_a_signal_at_home_in_the_wanted_niche_counts_through_its_bridge() -> None:
    with_signal = measure(
        facts(reading_=reading({"travel": 0.9}, {"dj": 0.9}), brand_=brand(niches={"club-electronic": 1.0}))
    )
    assert with_signal.value is not None
    assert with_signal.value > 0.3


def test_the_words_behind_the_match_are_given() -> None:
    result = measure(facts(reading_=reading({"sewing-knitting": 0.9, "travel": 0.8})))
    assert [item.text for item in result.evidence] == ["sewing-knitting"]
    assert result.why == "Shows sewing & knitting, which the brand wants."


def test_it_is_unknown_without_words_and_not_asked_without_a_wish() -> None:
    assert measure(facts(profile(posts=0, bio=None), reading(posts=0))).value is None
    assert measure(facts(brand_=brand(niches={}))).asked is False
