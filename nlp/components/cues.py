"""Keeps, once a text, the small words that later components ask for: negation, first person, credits, commerce."""

from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from nlp.commerce_files import Cue
from nlp.spans import inside_longer
from nlp.term_list import Match


class PartCues(NamedTuple):
    """What stands in one text: negation and the like (`speech`), words of commerce (`offers`)."""

    speech: list[Match[str]]
    offers: list[Match[Cue]]


class Cues:
    """Words inside longer hashtags do not count."""

    def __call__(self, doc: Doc) -> Doc:
        """Fill `cues`, by the identity of the text."""
        doc._.cues = {
            text: PartCues(
                _longest([match for match in found.speech if match.via not in ("tag", "split")]),
                [match for match in found.offers if match.via != "split"],
            )
            for text, found in doc._.found.items()
        }
        return doc


def _longest(matches: list[Match[str]]) -> list[Match[str]]:
    """Without the words inside longer phrases: "not just" denies nothing."""
    held = inside_longer((match.start, match.end) for match in matches)
    return [match for match in matches if (match.start, match.end) not in held] if held else matches


@Language.factory("seedlist_cues", requires=["doc._.found"], assigns=["doc._.cues"])
def create_cues(nlp: Language, name: str) -> Cues:  # noqa: ARG001 - spaCy's signature
    """The component; its words come with the terms."""
    return Cues()
