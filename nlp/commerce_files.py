"""Reads the words of commerce: disclosures, shops and codes, own promotion, what makes a handle a brand."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from nlp.errors import LexiconFault
from nlp.folding import fold
from nlp.lexicon import LANGUAGES, MORE_LANGUAGES
from nlp.lexicon_files import LEXICONS, check_keys, read_toml
from nlp.term_list import TermList

FOLDER = LEXICONS / "commerce"
TABLES = {
    "disclosures.toml": ("denied", "paid", "gifted", "hint"),
    "shops.toml": ("affiliate", "seller"),
    "own.toml": ("says", "about", "call"),
    "mentions.toml": ("before", "person"),
}
_MORE_KEYS = {"disclosures.toml": {"bracketed", "openings"}, "shops.toml": {"hosts"}, "mentions.toml": {"inside"}}


@dataclass(frozen=True, kw_only=True, slots=True)
class Cue:
    """What a phrase stands for; single words and hashtags of one language count only in that language."""

    kind: str
    language: str
    is_word: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class CommerceWords:
    """All phrases as one list; hosts of link shops; pieces of brand handles; bracketed labels by class; words
    that open a line of paid advertising."""

    terms: TermList[Cue]
    hosts: tuple[str, ...]
    inside: tuple[str, ...]
    bracketed: Mapping[str, str]
    openings: frozenset[str]


@cache
def load_commerce_words() -> CommerceWords:
    """The shipped words; raises LexiconFault when a file is missing or holds unknown keys."""
    terms: TermList[Cue] = TermList()
    extra: dict[str, Any] = {}
    for file, tables in TABLES.items():
        data = read_toml(FOLDER / file)
        check_keys(FOLDER / file, data, {*tables, *_MORE_KEYS.get(file, set())})
        for table in tables:
            _add(terms, FOLDER / file, table, data[table])
        extra |= {key: data[key] for key in _MORE_KEYS.get(file, ())}
    return CommerceWords(
        terms=terms,
        hosts=tuple(extra["hosts"]),
        inside=tuple(fold(piece) for piece in extra["inside"]),
        bracketed={fold(word): kind for kind, words in extra["bracketed"].items() for word in words},
        openings=frozenset(fold(word) for word in extra["openings"]),
    )


def _add(terms: TermList[Cue], path: Path, table: str, rows: Mapping[str, list[str]]) -> None:
    check_keys(path, rows, {*LANGUAGES, *MORE_LANGUAGES})
    seen: set[str] = set()
    for language, phrases in rows.items():
        if len(set(phrases)) < len(phrases):
            twice = sorted({term for term in phrases if phrases.count(term) > 1})
            raise LexiconFault(path, f"[{table}] {language} lists twice: {twice}", action="Keep one")
        for term in phrases:
            if term not in seen:
                is_tag = term.startswith("#")
                is_word = " " not in term.strip()
                terms.add(term, Cue(kind=table, language=language, is_word=is_word), tag_only=is_tag)
            seen.add(term)
