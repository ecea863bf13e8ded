"""Reads negations.toml: words that deny, date, postpone, credit others or speak of oneself."""

from functools import cache

from nlp.lexicon_files import LEXICONS, check_keys, read_toml
from nlp.term_index import TermIndex

PATH = LEXICONS / "negations.toml"
KINDS = {"denied", "denied_after", "past", "aspiring", "first_person", "credit"}


@cache
def load_cues() -> TermIndex[str]:
    """The cues, each standing for its kind; raises LexiconFault when a kind is unknown."""
    data = read_toml(PATH)
    check_keys(PATH, data, KINDS)
    index: TermIndex[str] = TermIndex()
    for kind, by_language in data.items():
        for term in sorted({term for terms in by_language.values() for term in terms}):
            index.add(term, kind)
    return index
