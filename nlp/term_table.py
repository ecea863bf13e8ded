"""The terms of several lists as one table: what may begin with a word, and what the next words may be."""

from collections.abc import Iterable, Sequence
from typing import Any

from nlp.term_index import Term, TermIndex

Ends = dict[int, list[Any]]
"""What a term stands for, by the place of the list that holds it."""

_JOINED = 8
"""A plain word of at least this many letters may also be a phrase written together ("streetstyle")."""


class Node:
    """Some first words of terms: what they stand for, which words and open stems may follow."""

    __slots__ = ("ends", "next", "stems")

    def __init__(self) -> None:
        self.ends: Ends | None = None
        self.next: dict[str, Node] | None = None
        self.stems: dict[str, Ends] | None = None

    def after(self, word: str) -> "Node":
        """The node one word further, made when it is not there."""
        if self.next is None:
            self.next = {}
        node = self.next.get(word)
        if node is None:
            node = self.next[word] = Node()
        return node

    def goes_on(self) -> bool:
        """True when a longer term begins with these words."""
        return self.next is not None or self.stems is not None


class TermTable:
    """Built once from the lists; the places of the lists are what the finder's answers are ordered by."""

    def __init__(self, indexes: Sequence[TermIndex[Any]]) -> None:
        self.root = Node()
        self.joined: dict[str, Ends] = {}
        self.tags: dict[str, Ends] = {}
        self.tag_stems: dict[str, Ends] = {}
        self.runs: dict[str, Ends] = {}
        self.run_starts: dict[str, int] = {}
        """The longest run term by its first two characters."""
        for place, index in enumerate(indexes):
            self._fill(place, index)
        self.heads = self.root.next or {}
        self.stems = self.root.stems or {}
        self.stem_starts = {stem[:2] for stem in self.stems}

    def _fill(self, place: int, terms: Iterable[Term[Any]]) -> None:
        for term in terms:
            _put(self.tag_stems if term.is_open else self.tags, term.squeezed, place, term.sense)
            if term.is_tag:
                continue
            if term.is_run():
                _put(self.runs, term.words[0], place, term.sense)
                start = term.words[0][:2]
                self.run_starts[start] = max(len(term.words[0]), self.run_starts.get(start, 0))
            else:
                self._put_words(place, term)

    def _put_words(self, place: int, term: Term[Any]) -> None:
        *first, last = term.words
        node = self.root
        for word in first:
            node = node.after(word)
        if term.is_open:
            node.stems = node.stems or {}
            _put(node.stems, last, place, term.sense)
            return
        node = node.after(last)
        node.ends = node.ends or {}
        node.ends.setdefault(place, []).append(term.sense)
        if first and len(term.squeezed) + len(first) > _JOINED:
            _put(self.joined, term.squeezed, place, term.sense)


def _put(table: dict[str, Ends], key: str, place: int, sense: object) -> None:
    table.setdefault(key, {}).setdefault(place, []).append(sense)
