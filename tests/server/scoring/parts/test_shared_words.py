"""The brand's own words in the words of a profile."""

from server.scoring.parts.shared_words import measure
from tests.server.scoring.factories import brand, facts, profile

STORY = brand(claim="Made to be mended", story="We cut coats from deadstock wool and we repair what we sell.")


def shown(bio: str) -> object:
    return measure(facts(profile(posts=0, bio=bio), brand_=STORY)).value


def test_more_shared_words_count_more_whatever_their_ending() -> None:
    one = shown("I am mending what we have and it is fun for the family")
    two = shown("I am mending coats and that is what we have and what we do")
    assert isinstance(one, float)
    assert isinstance(two, float)
    assert 0 < one < two < 1


def test_the_same_word_many_times_counts_once() -> None:
    once = shown("we mend what we have and it is a joy to be here")
    often = shown("we mend what we have and we mended and we are mending to be here")
    assert once == often


def test_another_language_is_unknown_and_loses_nothing() -> None:
    assert shown("Schnittmacherin mit kleiner Werkstatt am Fluss, alles von Hand gemacht") is None


def test_the_words_are_shown_where_they_stand() -> None:
    bio = "what we do to be here: mending coats from old wool"
    result = measure(facts(profile(posts=0, bio=bio), brand_=STORY))
    assert {item.text for item in result.evidence} == {"mending", "coats", "wool"}
    assert all(bio[item.start : item.end] == item.text for item in result.evidence)


def test_a_brand_whose_text_is_too_short_to_tell_its_language_does_not_ask() -> None:
    asked = measure(facts(profile(posts=0, bio="mending what we have"), brand_=brand(claim="Worn in. Mended.")))
    assert asked.asked is False
    assert "too short" in asked.why


def test_a_brand_without_a_story_does_not_ask() -> None:
    assert measure(facts(brand_=brand())).asked is False
