"""Finds the words inside hashtags, so that a tag nobody listed can still say something."""

from collections.abc import Callable
from functools import partial

from spacy.language import Language
from spacy.tokens import Doc

from nlp.components.terms import load_finder
from nlp.quick_split import quick_split
from nlp.tokens import TextPart, Token

Splitter = Callable[[str, str], tuple[str, ...]]
"""From a tag without its # and the language of the dictionary to the words in order."""

_SHORTEST = 6
"""Tags shorter than this are looked up whole only."""


class HashtagWords:
    """Splits each tag that is no term as a whole, once a profile; repeated tags cost nothing."""

    def __init__(self, split: Splitter, is_term: Callable[[str], bool]) -> None:
        self._split = split
        self._is_term = is_term

    def __call__(self, doc: Doc) -> Doc:
        """Fill `tag_words` of every text."""
        known: dict[str, tuple[str, ...]] = {}
        language = (doc._.languages or ("en",))[0]
        for part in doc._.sheet.parts:
            for index, token in enumerate(part.tokens):
                if token.kind == "tag" and len(token.norm) >= _SHORTEST:
                    words = self._words(part, token, known, language)
                    if len(words) > 1:
                        part.tag_words[index] = words
        return doc

    def _words(self, part: TextPart, token: Token, known: dict[str, tuple[str, ...]], language: str) -> tuple[str, ...]:
        written = part.written(token)[1:]
        if written not in known:
            known[written] = () if self._is_term(token.norm) else self._split(written, language)
        return known[written]


@Language.factory("seedlist_hashtag_words", requires=["doc._.sheet", "doc._.languages"], assigns=["doc._.sheet"])
def create_hashtag_words(nlp: Language, name: str) -> HashtagWords:  # noqa: ARG001 - spaCy's signature
    """The component with the quick splitter."""
    return HashtagWords(quick_split, partial(load_finder().knows_tag, place=0))
