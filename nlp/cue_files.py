"""Reads negations.toml: words that deny, date, postpone, credit others or speak of oneself."""

from functools import cache

from nlp.lexicon_files import LEXICONS, check_keys, read_toml
from nlp.term_list import TermList

PATH = LEXICONS / "negations.toml"
KINDS = {"denied", "affirmed", "denied_after", "past", "aspiring", "first_person", "credit"}


@cache
def load_cues() -> TermList[str]:
    """The cues, each standing for its kind; raises LexiconFault when a kind is unknown."""
    data = read_toml(PATH)
    check_keys(PATH, data, KINDS)
    terms: TermList[str] = TermList()
    for kind, by_language in data.items():
        for term in sorted({term for terms in by_language.values() for term in terms}):
            terms.add(term, kind)
    return terms
