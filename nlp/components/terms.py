"""Looks every word up once for all lists of terms; later components take what their list found."""

from functools import cache
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from nlp.brand_files import BrandName, load_brand_names
from nlp.commerce_files import Cue, load_commerce_words
from nlp.cue_files import load_cues
from nlp.lexicon import Sense
from nlp.lexicon_files import load_lexicon
from nlp.place_files import PlaceName, load_place_names
from nlp.term_finder import TermFinder
from nlp.term_list import Match


class Found(NamedTuple):
    """The terms of one text by list, in the order in which the finder is given the lists."""

    lexicon: list[Match[Sense]]
    speech: list[Match[str]]
    offers: list[Match[Cue]]
    brands: list[Match[BrandName]]
    places: list[Match[PlaceName]]


@cache
def load_finder() -> TermFinder:
    """The finder over all shipped lists, in the order of Found."""
    lists = (
        load_lexicon().terms,
        load_cues(),
        load_commerce_words().terms,
        load_brand_names().terms,
        load_place_names(),
    )
    return TermFinder(lists)


class Terms:
    """One pass over all texts."""

    def __init__(self, finder: TermFinder) -> None:
        self._finder = finder

    def __call__(self, doc: Doc) -> Doc:
        """Fill `found`, by the identity of the text."""
        doc._.found = {id(part): Found(*self._finder.find(part)) for part in doc._.sheet.parts}
        return doc


@Language.factory("seedlist_terms", requires=["doc._.sheet"], assigns=["doc._.found"])
def create_terms(nlp: Language, name: str) -> Terms:  # noqa: ARG001 - spaCy's signature
    """The component over all shipped lists."""
    return Terms(load_finder())
