"""The terms of several lists as one table of plain dictionaries: words, phrases, open stems, hashtags, runs."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from nlp.term_list import Term, TermList
from nlp.word_forms import forms

Ends = tuple[tuple[int, tuple[Any, ...]], ...]
"""What a term stands for, by the place of the list that holds it."""
Rows = dict[str, Ends]


class TermTable:
    """Built once from the lists; answers name a list by its place among them.

    Keys are folded words with blanks between them, in `squeezed` and for hashtags written together. Phrases stand in
    `words` and in `squeezed`, every other term in one dictionary only.
    """

    def __init__(self, indexes: Sequence[TermList[Any]]) -> None:
        self.words: Rows = {}
        self.squeezed: Rows = {}
        self.stems: Rows = {}
        self.runs: Rows = {}
        self.run_starts: dict[str, int] = {}
        """The longest run term by its first two characters."""
        self.goes_on: set[str] = set()
        """The first words of every phrase."""
        self.stem_bases: set[str] = set()
        """The first words of every phrase whose last word is open."""
        self._tags: Rows = {}
        self._tag_stems: Rows = {}
        for place, terms in enumerate(indexes):
            for term in terms:
                self._put(place, term)
        self.stem_starts = {stem[:2] for stem in self.stems}

    def _put(self, place: int, term: Term[Any]) -> None:
        if term.is_open:
            _add(self._tag_stems, term.squeezed, place, term.sense)
        elif term.is_tag:
            _add(self._tags, term.squeezed, place, term.sense)
        if term.is_tag:
            return
        if term.is_run():
            run = term.words[0]
            _add(self.runs, run, place, term.sense)
            self.run_starts[run[:2]] = max(len(run), self.run_starts.get(run[:2], 0))
        else:
            self._put_words(place, term)

    def _put_words(self, place: int, term: Term[Any]) -> None:
        for count in range(1, len(term.words)):
            self.goes_on.add(" ".join(term.words[:count]))
        key = " ".join(term.words)
        if term.is_open:
            _add(self.stems, key, place, term.sense)
            self.stem_bases.add(" ".join(term.words[:-1]))
            return
        _add(self.words, key, place, term.sense)
        if len(term.words) > 1:
            _add(self.squeezed, term.squeezed, place, term.sense)

    def of_tag(self, norm: str, shortest_stem: int) -> dict[int, tuple[Any, ...]]:
        """What a hashtag stands for as a whole and by an open stem that it begins with, by list."""
        stems = stems_of(norm, shortest_stem, self._tag_stems)
        return _together([tuple(self.of_exact_tag(norm).items()), *stems])

    def of_exact_tag(self, norm: str) -> dict[int, tuple[Any, ...]]:
        """What a hashtag stands for as a whole, by list; in each list only the first form that it knows."""
        whole: dict[int, tuple[Any, ...]] = {}
        for form in forms(norm):
            exact = [rows[form] for rows in (self.words, self.squeezed, self.runs, self._tags) if form in rows]
            whole = _together(exact) | whole
        return whole


def stems_of(norm: str, shortest: int, stems: Mapping[str, Ends], base: str = "") -> Iterator[Ends]:
    """The open stems that a word begins with, the shortest first; `base` stands before the word."""
    for cut in range(shortest, len(norm) + 1):
        ends = stems.get(base + norm[:cut])
        if ends:
            yield ends


def _together(rows: Sequence[Ends]) -> dict[int, tuple[Any, ...]]:
    """Several rows as one, by list."""
    senses: dict[int, tuple[Any, ...]] = {}
    for ends in rows:
        for place, found in ends:
            senses[place] = senses.get(place, ()) + found
    return senses


def _add(rows: Rows, key: str, place: int, sense: object) -> None:
    """Add what a key stands for in one list."""
    known = rows.get(key)
    if known is None:
        rows[key] = ((place, (sense,)),)
    elif known[-1][0] == place:
        rows[key] = (*known[:-1], (place, (*known[-1][1], sense)))
    else:
        rows[key] = (*known, (place, (sense,)))
