"""Makes a hit of every term of the niches and signals."""

from spacy.language import Language
from spacy.tokens import Doc

from nlp.hits import Hit


class LexiconTagger:
    """Assigns every term found, before guards and negation."""

    def __call__(self, doc: Doc) -> Doc:
        """Fill `hits`."""
        found = doc._.found
        doc._.hits = [
            Hit(part, match, sense)
            for part in doc._.sheet.parts
            for match in found[id(part)].lexicon
            for sense in match.senses
        ]
        return doc


@Language.factory("seedlist_lexicon_tagger", requires=["doc._.sheet", "doc._.found"], assigns=["doc._.hits"])
def create_lexicon_tagger(nlp: Language, name: str) -> LexiconTagger:  # noqa: ARG001 - spaCy's signature
    """The component; its words come with the terms."""
    return LexiconTagger()
