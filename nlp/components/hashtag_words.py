"""Finds the words inside hashtags, so that a tag nobody listed can still say something."""

import re
from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from nlp.folding import fold
from nlp.tokens import TextPart, Token

Splitter = Callable[[str], list[str]]

_CAMEL = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[^A-Z_\d]+|\d+")
_SHORTEST = 6
"""Tags shorter than this are looked up whole only."""


def split_camel(tag: str) -> list[str]:
    """The words of a tag by capitals and underscores alone; one word when there are none."""
    return _CAMEL.findall(tag)


class HashtagWords:
    """Splits each tag once a profile; repeated tags cost nothing."""

    def __init__(self, split: Splitter) -> None:
        self._split = split

    def __call__(self, doc: Doc) -> Doc:
        """Fill `tag_words` of every text."""
        known: dict[str, list[str]] = {}
        for part in doc._.sheet.parts:
            for index, token in enumerate(part.tokens):
                if token.kind == "tag" and len(token.norm) >= _SHORTEST:
                    words = self._words(part, token, known)
                    if len(words) > 1:
                        part.tag_words[index] = words
        return doc

    def _words(self, part: TextPart, token: Token, known: dict[str, list[str]]) -> list[str]:
        written = part.written(token)[1:]
        if written not in known:
            known[written] = [fold(word) for word in self._split(written)]
        return known[written]


def _splitter() -> Splitter:
    try:
        from nlp.hashtags import split_hashtag
    except ImportError:
        return split_camel
    return split_hashtag


@Language.factory("seedlist_hashtag_words", requires=["doc._.sheet"], assigns=["doc._.sheet"])
def create_hashtag_words(nlp: Language, name: str) -> HashtagWords:  # noqa: ARG001 - spaCy's signature
    """The component with the shipped splitter."""
    return HashtagWords(_splitter())
