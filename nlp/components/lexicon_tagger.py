"""Finds the terms of all niches and signals in every text."""

from spacy.language import Language
from spacy.tokens import Doc

from nlp.hits import Hit
from nlp.lexicon import Lexicon
from nlp.lexicon_files import load_lexicon
from nlp.tokens import TextPart


class LexiconTagger:
    """Assigns every term found, before guards and negation."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._index = lexicon.index

    def __call__(self, doc: Doc) -> Doc:
        """Fill `hits`."""
        doc._.hits = [hit for part in doc._.sheet.parts for hit in self._in_part(part)]
        return doc

    def _in_part(self, part: TextPart) -> list[Hit]:
        return [Hit(part, match, sense) for match in self._index.find(part) for sense in match.senses]


@Language.factory("seedlist_lexicon_tagger", requires=["doc._.sheet"], assigns=["doc._.hits"])
def create_lexicon_tagger(nlp: Language, name: str) -> LexiconTagger:  # noqa: ARG001 - spaCy's signature
    """The component over the shipped lexicons."""
    return LexiconTagger(load_lexicon())
