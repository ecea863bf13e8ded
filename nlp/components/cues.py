"""Finds, once a text, the small words that later components ask for: negation, first person, credits, commerce."""

from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from nlp.commerce_files import CommerceWords, Cue, load_commerce_words
from nlp.cue_files import load_cues
from nlp.term_index import Match, TermIndex


class PartCues(NamedTuple):
    """What stands in one text: negation and the like (`speech`), words of commerce (`offers`)."""

    speech: list[Match[str]]
    offers: list[Match[Cue]]


class Cues:
    """Looks both lists up in every text; words inside longer hashtags do not count."""

    def __init__(self, speech: TermIndex[str], offers: CommerceWords) -> None:
        self._speech = speech
        self._offers = offers.index

    def __call__(self, doc: Doc) -> Doc:
        """Fill `cues`, by the identity of the text."""
        doc._.cues = {
            id(part): PartCues(
                [match for match in self._speech.find(part) if match.via not in ("tag", "split")],
                [match for match in self._offers.find(part) if match.via != "split"],
            )
            for part in doc._.sheet.parts
        }
        return doc


@Language.factory("seedlist_cues", requires=["doc._.sheet"], assigns=["doc._.cues"])
def create_cues(nlp: Language, name: str) -> Cues:  # noqa: ARG001 - spaCy's signature
    """The component with the shipped words."""
    return Cues(load_cues(), load_commerce_words())
