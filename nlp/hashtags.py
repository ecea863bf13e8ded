"""Splits a hashtag into its words: `slowFashionweek` -> `slow`, `Fashion`, `week`."""

import unicodedata
from functools import lru_cache

from nlp.tag_features import NAMES, features, verdict
from nlp.tag_splits import case_bounds, likely_splits
from nlp.tag_words import LANGUAGES, TagWords, tag_words

REMEMBERED = 20_000
LONGEST = 60
"""Tags of more characters are only cut at case, digits and underscores."""


def split_hashtag(tag: str, *, language: str = "en") -> list[str]:
    """The words of a tag given without its "#"; joined they are the tag again, character by character.

    `language` picks the dictionary (ISO 639-1); one without a dictionary is read with the English one. Tags in
    other scripts than Latin are cut at underscores and digits only. "" gives [].
    """
    return list(_split(tag, language if language in LANGUAGES else "en")) if tag else []


@lru_cache(maxsize=REMEMBERED)
def _split(tag: str, language: str) -> tuple[str, ...]:
    bounds = case_bounds(tag)
    plain = plain_letters(tag)
    if len(tag) > LONGEST or not plain.isascii():
        return _cut(tag, (0, *sorted(bounds)))
    return _cut(tag, best_starts(tag, plain, bounds, tag_words(language)))


def best_starts(tag: str, plain: str, bounds: frozenset[int], words: TagWords) -> tuple[int, ...]:
    """Where the words of the best split start."""
    weights = [words.weights[name] for name in NAMES]
    choices = likely_splits(plain, bounds, words)
    return max(choices, key=lambda starts: verdict(features(tag, _cut(plain, starts), starts, bounds, words), weights))


def plain_letters(tag: str) -> str:
    """The tag in lower case without accents, of the same length."""
    return tag.lower() if tag.isascii() else "".join(map(_plain_letter, tag))


def _plain_letter(letter: str) -> str:
    plain = unicodedata.normalize("NFKD", letter)[0].lower()[:1]
    return {"ı": "i", "ø": "o", "ł": "l", "ß": "s", "æ": "a", "œ": "o", "đ": "d"}.get(plain, plain)


def _cut(tag: str, starts: tuple[int, ...]) -> tuple[str, ...]:
    return tuple(tag[start:end] for start, end in zip(starts, (*starts[1:], len(tag)), strict=True) if end > start)
