"""What a lexicon file says, and all of them as one list of senses."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from nlp.term_list import TermList

Strength = Literal["strong", "weak", "tag", "emoji"]

LANGUAGES = ("en", "es", "pt", "fr", "de", "it", "nl", "tr", "id", "ar", "ja", "ko")
"""The twelve in which every id has terms or says why not."""
MORE_LANGUAGES = ("ru", "zh", "th", "vi", "pl", "el", "hi", "any")


@dataclass(frozen=True, kw_only=True, slots=True)
class Guard:
    """Context of an ambiguous term: one of `needs` in the same text, none of `unless` around it."""

    term: str
    needs: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class LexiconFile:
    """One id's terms by strength and language, as its author wrote them."""

    id: str
    facet: str
    emoji: tuple[str, ...] = ()
    strong: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    weak: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    tags: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    silent: Mapping[str, str] = field(default_factory=dict)
    guards: tuple[Guard, ...] = ()

    def missing_languages(self) -> list[str]:
        """Languages of the twelve with neither a term nor a reason."""
        said = set(self.strong) | set(self.weak) | set(self.silent)
        return [language for language in LANGUAGES if language not in said]


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Sense:
    """What one term stands for: an id of the taxonomy and how much it says, in which languages it is a word."""

    id: str
    facet: str
    strength: Strength
    term: str
    languages: frozenset[str]
    guard: Guard | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Lexicon:
    """All senses, findable in text."""

    terms: TermList[Sense]
    files: tuple[LexiconFile, ...]


def build_lexicon(files: tuple[LexiconFile, ...]) -> Lexicon:
    """One list of the senses of all files."""
    terms: TermList[Sense] = TermList()
    for file in files:
        for sense in senses_of(file):
            terms.add(sense.term, sense, tag_only=sense.strength == "tag")
    return Lexicon(terms=terms, files=files)


def senses_of(file: LexiconFile) -> list[Sense]:
    """One sense a term, with the languages that list it."""
    guards = {guard.term: guard for guard in file.guards}
    found: list[Sense] = []
    tables: tuple[tuple[Strength, Mapping[str, tuple[str, ...]]], ...] = (
        ("strong", file.strong),
        ("weak", file.weak),
        ("tag", file.tags),
        ("emoji", {"any": file.emoji}),
    )
    for strength, table in tables:
        for term, languages in _languages_by_term(table).items():
            found.append(
                Sense(
                    id=file.id,
                    facet=file.facet,
                    strength=strength,
                    term=term,
                    languages=frozenset(languages),
                    guard=guards.get(term),
                )
            )
    return found


def _languages_by_term(table: Mapping[str, tuple[str, ...]]) -> dict[str, list[str]]:
    by_term: dict[str, list[str]] = {}
    for language, terms in table.items():
        for term in terms:
            by_term.setdefault(term, []).append(language)
    return by_term
