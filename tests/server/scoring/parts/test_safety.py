"""What the brand avoids, in context."""

import pytest

from server.scoring.parts.safety import measure
from tests.server.scoring.factories import brand, facts, profile, reading

LONG = "a small page about clothes and the people who wear them. "


def value(words: str, *avoid: str) -> float | None:
    return measure(facts(profile(posts=0, bio=LONG + words), reading(posts=0), brand(avoid=avoid))).value


def test_each_mention_costs_more() -> None:
    none, one, two = value("wool coat", "fur"), value("my fur coat", "fur"), value("fur on fur", "fur")
    assert none == 1
    assert one == 0.5
    assert two is not None
    assert 0 < two < one


@pytest.mark.parametrize(
    "words",
    ["no fur here", "faux fur coat", "fur-free since 2010", "against fur", "furniture", "ohne fur", "never wore fur"],
)
def test_words_that_turn_the_meaning_are_heard(words: str) -> None:
    assert value(words, "fur") == 1


@pytest.mark.parametrize("words", ["FUR coat", "#fur season", "say no more. fur is in", "fur\nfree shipping"])
def test_the_avoided_word_is_found_where_nothing_turns_it(words: str) -> None:
    assert value(words, "fur") == 0.5


def test_the_exact_words_are_shown() -> None:
    shown = profile(posts=0, bio=LONG + "My FUR coat")
    (found,) = measure(facts(shown, reading(posts=0), brand(avoid=("fur",)))).evidence
    assert shown.bio is not None
    assert shown.bio[found.start : found.end] == found.text == "FUR"


def test_an_avoided_niche_counts_where_it_shows() -> None:
    assert (
        measure(facts(reading_=reading({"shopping-deals": 0.9}), brand_=brand(avoid=("shopping-deals",)))).value == 0.5
    )


def test_hardly_any_words_are_unknown_and_no_wish_is_not_asked() -> None:
    assert measure(facts(profile(posts=0, bio="hi"), reading(posts=0), brand(avoid=("fur",)))).value is None
    assert measure(facts(brand_=brand())).asked is False
