"""What a brand's words speak of, in what the profile's words speak of."""

from server.scoring.facts import Measured
from server.scoring.parts.shared_meaning import measure
from server.scoring.taxonomy import load_taxonomy
from tests.server.scoring.factories import brand, facts, profile, reading

NICHES = [id_ for id_, entry in load_taxonomy().items() if entry.facet == "niche"]


def meaning(**niches: float) -> tuple[float, ...]:
    """Strengths by niche, "_" for "-"; every other niche has a little."""
    return tuple(niches.get(id_.replace("-", "_"), 0.01) for id_ in NICHES)


BRAND = brand(meaning=meaning(sewing_knitting=0.5, slow_fashion=0.2))


def measured(**niches: float) -> Measured:
    read = reading({"sewing-knitting": 0.9}, meaning=meaning(**niches))
    return measure(facts(profile(), read, BRAND))


def test_the_same_meaning_is_whole_and_another_one_is_none() -> None:
    assert measured(sewing_knitting=0.3, slow_fashion=0.12).value == 1
    assert measured(gaming=0.4).value == 0


def test_more_of_the_same_counts_more_and_length_does_not() -> None:
    part, more = measured(sewing_knitting=0.1, gaming=0.3).value, measured(sewing_knitting=0.2, gaming=0.3).value
    assert part is not None
    assert more is not None
    assert 0 < part < more < 1


def test_the_shared_subject_is_named_with_its_words() -> None:
    answer = measured(sewing_knitting=0.4, gaming=0.1)
    assert "ewing" in answer.why
    assert [item.text for item in answer.evidence] == ["sewing-knitting"]
    assert measured(gaming=0.4).evidence == ()


def test_a_profile_of_unknown_words_is_unknown() -> None:
    assert measure(facts(profile(), reading(), BRAND)).value is None


def test_an_even_meaning_points_nowhere_and_is_no_fault() -> None:
    assert measure(facts(profile(), reading(meaning=(0.1,) * len(NICHES)), BRAND)).value == 0


def test_a_brand_without_words_does_not_ask() -> None:
    assert measure(facts(brand_=brand())).asked is False
