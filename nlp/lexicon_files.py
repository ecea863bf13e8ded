"""Reads and checks the lexicon files that the taxonomy names; anything unknown in them is a fault."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from nlp.errors import LexiconFault
from nlp.lexicon import LANGUAGES, MORE_LANGUAGES, Guard, Lexicon, LexiconFile, build_lexicon
from nlp.taxonomy import Entry, load_taxonomy

LEXICONS = Path(__file__).parent / "lexicons"
_KEYS = {"id", "facet", "emoji", "strong", "weak", "tags", "silent", "guard"}
_GUARD_KEYS = {"term", "needs", "unless"}


@cache
def load_lexicon() -> Lexicon:
    """All niches and signals of the taxonomy; raises LexiconFault when a file is missing or wrong."""
    taxonomy = load_taxonomy()
    entries = [*taxonomy.niches.values(), *taxonomy.signals.values()]
    return build_lexicon(tuple(read_file(path_of(entry), entry) for entry in entries))


def path_of(entry: Entry) -> Path:
    """Where the terms of an id live."""
    if entry.facet == "niche":
        return LEXICONS / "niches" / f"{entry.id}.toml"
    return LEXICONS / "signals" / entry.facet / f"{entry.id}.toml"


def read_toml(path: Path) -> dict[str, Any]:
    """A TOML file as a dict; a LexiconFault when it is missing or does not parse."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise LexiconFault(path, "the file is missing", action=f"Write {path.parent.name}/{path.name}") from None
    except tomllib.TOMLDecodeError as error:
        raise LexiconFault(path, f"not valid TOML ({error})", action="Mend that line") from error


def read_file(path: Path, entry: Entry) -> LexiconFile:
    """One checked lexicon file."""
    data = read_toml(path)
    check_keys(path, data, _KEYS)
    if data.get("id") != entry.id or data.get("facet") != entry.facet:
        raise LexiconFault(path, "id or facet differ from the taxonomy", action=f"Write {entry.id} / {entry.facet}")
    file = LexiconFile(
        id=entry.id,
        facet=entry.facet,
        emoji=tuple(data.get("emoji", ())),
        strong=_terms(path, data, "strong"),
        weak=_terms(path, data, "weak"),
        tags=_terms(path, data, "tags"),
        silent=data.get("silent", {}),
        guards=tuple(_guard(path, row) for row in data.get("guard", ())),
    )
    _check_terms(path, file)
    return file


def check_keys(path: Path, data: Mapping[str, Any], known: set[str]) -> None:
    """Unknown keys are a fault, so that a misspelt one is not lost."""
    unknown = sorted(set(data) - known)
    if unknown:
        raise LexiconFault(path, f"unknown keys {unknown}", action=f"Use only {sorted(known)}")


def _terms(path: Path, data: Mapping[str, Any], table: str) -> dict[str, tuple[str, ...]]:
    rows = data.get(table, {})
    check_keys(path, rows, {*LANGUAGES, *MORE_LANGUAGES})
    for language, terms in rows.items():
        if not isinstance(terms, list) or not all(isinstance(term, str) and term.strip() for term in terms):
            raise LexiconFault(path, f"[{table}] {language} is no list of words", action="Write a list of strings")
    return {language: tuple(terms) for language, terms in rows.items() if terms}


def _guard(path: Path, row: Mapping[str, Any]) -> Guard:
    check_keys(path, row, _GUARD_KEYS)
    if "term" not in row or not (row.get("needs") or row.get("unless")):
        raise LexiconFault(path, f"a guard without term or context: {row}", action="Give term and needs or unless")
    return Guard(term=row["term"], needs=tuple(row.get("needs", ())), unless=tuple(row.get("unless", ())))


def _check_terms(path: Path, file: LexiconFile) -> None:
    strong = {(term, language) for language, terms in file.strong.items() for term in terms}
    weak = {(term, language) for language, terms in file.weak.items() for term in terms}
    for terms in (*file.strong.values(), *file.weak.values(), *file.tags.values()):
        twice = sorted({term for term in terms if terms.count(term) > 1})
        if twice:
            raise LexiconFault(path, f"listed twice: {twice}", action="Keep one")
    if strong & weak:
        raise LexiconFault(path, f"both strong and weak: {sorted(strong & weak)}", action="Choose one")
    tags = {term for terms in file.tags.values() for term in terms}
    listed = tags | {term for term, _ in strong | weak}
    loose = [guard.term for guard in file.guards if guard.term not in listed]
    if loose:
        raise LexiconFault(path, f"guards for terms that are not listed: {loose}", action="List the term or drop it")
