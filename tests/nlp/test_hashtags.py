"""A hashtag is split into its words, and the words are the tag again, character by character."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.hashtags import plain_letters, split_hashtag
from nlp.tag_features import NAMES
from nlp.tag_splits import case_bounds, likely_splits
from nlp.tag_words import LANGUAGES, tag_words


@pytest.mark.parametrize(
    ("tag", "pieces"),
    [
        ("slowfashionweek", ["slow", "fashion", "week"]),
        ("SundayBakingClub", ["Sunday", "Baking", "Club"]),
        ("outfitoftheday", ["outfit", "of", "the", "day"]),
        ("film_photography", ["film", "_", "photography"]),
        ("summer2026", ["summer", "2026"]),
        ("streetwear", ["streetwear"]),
        ("", []),
    ],
)
def test_english_tags_are_split_as_people_read_them(tag: str, pieces: list[str]) -> None:
    assert split_hashtag(tag) == pieces


@pytest.mark.parametrize(
    ("tag", "language", "pieces"),
    [
        ("modasostenible", "es", ["moda", "sostenible"]),
        ("vidasaudável", "pt", ["vida", "saudável"]),
        ("faitmaison", "fr", ["fait", "maison"]),
        ("veganeküche", "de", ["vegane", "küche"]),
        ("ciboitaliano", "it", ["cibo", "italiano"]),
    ],
)
def test_the_dictionary_of_the_language_is_used(tag: str, language: str, pieces: list[str]) -> None:
    assert split_hashtag(tag, language=language) == pieces


def test_a_language_without_dictionary_is_read_with_the_english_one() -> None:
    assert split_hashtag("slowfashion", language="sv") == split_hashtag("slowfashion")


def test_tags_in_other_scripts_are_cut_at_underscores_only() -> None:
    assert split_hashtag("手作り_アクセサリー") == ["手作り", "_", "アクセサリー"]
    assert split_hashtag("قهوة") == ["قهوة"]


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="#"), max_size=80))
def test_the_pieces_joined_are_the_tag(tag: str) -> None:
    pieces = split_hashtag(tag)
    assert "".join(pieces) == tag
    assert all(pieces)


@given(st.text(max_size=40))
def test_plain_letters_keep_the_length(tag: str) -> None:
    assert len(plain_letters(tag)) == len(tag)


def test_the_unsplit_tag_is_always_a_choice() -> None:
    tag = "averyveryverylongtagthatnobodysaid"
    assert (0,) in likely_splits(tag, case_bounds(tag), tag_words("en"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_words_and_a_weight_for_every_feature(language: str) -> None:
    words = tag_words(language)
    assert len(words.shares) > 20_000
    assert set(words.weights) == set(NAMES), "fit the weights again: see nlp/making/README.md"


def test_pairs_on_record_tell_how_much_likelier_the_second_word_is() -> None:
    words = tag_words("en")
    near = words.gain("new", "york")
    assert near is not None
    assert near > 1
    assert words.gain("york", "lipstick") is None
