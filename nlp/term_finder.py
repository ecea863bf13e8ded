"""Finds the terms of several lists in the tokens of one text, all in one pass."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple, TypeVar

from nlp.term_index import Match, TermIndex
from nlp.term_table import Ends, Node, TermTable
from nlp.tokens import TextPart, Token
from nlp.word_forms import forms

V = TypeVar("V")

_OPEN_TAG = 5
"""An open stem matches the beginning of a longer hashtag only from this length on."""
_REMEMBERED = 30_000
"""Words and tags whose look-up is kept at hand; the memory is emptied when full, so that it stays flat."""

Found = list[list[Match[Any]]]
"""The matches of one text, one list for each list of terms."""


class _Word(NamedTuple):
    """What may begin with a word: terms that it is by itself, and the beginnings of longer ones."""

    alone: tuple[tuple[int, list[Any]], ...]
    further: tuple[Node, ...]


_NOTHING = _Word((), ())


class TermFinder:
    """Looks each word up once for all lists. Reading changes nothing but a bounded memory of look-ups."""

    def __init__(self, indexes: Sequence[TermIndex[Any]]) -> None:
        self._table = TermTable(indexes)
        self._places = tuple(range(len(indexes)))
        self._words: dict[str, _Word] = {}
        self._tags: dict[str, Ends] = {}

    def find(self, part: TextPart) -> Found:
        """All terms in one text, overlapping ones included, in the order of the text."""
        found: Found = [[] for _ in self._places]
        words = self._words
        for index, (kind, norm, start, end, _) in enumerate(part.tokens):
            if kind == "tag":
                self._in_tag(part, index, found)
            elif kind == "run":
                self._in_run(part.tokens[index], index, end - start, "run", found, self._places)
            else:
                word = words.get(norm) or self._look_up(norm)
                if word is not _NOTHING:
                    via = "emoji" if kind == "emoji" else "word"
                    for place, senses in word.alone:
                        found[place].append(Match(index, index + 1, start, end, via, senses))
                    for node in word.further:
                        _follow(node, part.tokens, index, via, found)
        return found

    def _look_up(self, norm: str) -> _Word:
        """What can begin with this word, remembered until the memory is full."""
        nodes = [node for form in forms(norm) if (node := self._table.heads.get(form))]
        alone = [item for node in nodes if node.ends for item in node.ends.items()]
        if norm[:2] in self._table.stem_starts:
            alone += [item for ends in _stems_of(norm, 2, self._table.stems) for item in ends.items()]
        itself = self._table.heads.get(norm)
        alone += [
            item
            for item in self._table.joined.get(norm, {}).items()
            if not (itself and itself.ends and item[0] in itself.ends)
        ]
        further = tuple(node for node in nodes if node.goes_on())
        return _remember(self._words, norm, _Word(tuple(alone), further) if alone or further else _NOTHING)

    def _in_tag(self, part: TextPart, index: int, found: Found) -> None:
        """A hashtag as a whole and by its beginning; for lists that do not know it the words inside it."""
        token = part.tokens[index]
        whole = self._tags.get(token.norm)
        if whole is None:
            whole = _remember(self._tags, token.norm, self._of_tag(token.norm))
        for place, senses in whole.items():
            found[place].append(Match(index, index + 1, token.start, token.end, "tag", senses))
        others = [place for place in self._places if place not in whole]
        if not others:
            return
        for place, senses in self._inside(part.tag_words.get(index, ())):
            if place not in whole:
                found[place].append(Match(index, index + 1, token.start, token.end, "split", senses))
        if not token.norm.isascii():
            self._in_run(token, index, 0, "split", found, others)

    def _of_tag(self, norm: str) -> Ends:
        """What a hashtag stands for as a whole, by list."""
        whole: Ends = {}
        for form in forms(norm):
            for place, senses in self._table.tags.get(form, {}).items():
                whole.setdefault(place, senses)
        for ends in _stems_of(norm, _OPEN_TAG, self._table.tag_stems):
            for place, senses in ends.items():
                whole[place] = [*whole.get(place, ()), *senses]
        return whole

    def _inside(self, words: Sequence[str]) -> Iterator[tuple[int, list[Any]]]:
        """The terms among the words of a hashtag."""
        for start, word in enumerate(words):
            node = self._table.heads.get(word)
            if node and node.ends:
                yield from node.ends.items()
            for norm in words[start + 1 :]:
                if node is None:
                    break
                yield from _ends_after(node, norm)
                node = node.next.get(norm) if node.next else None

    def _in_run(self, token: Token, index: int, length: int, via: str, found: Found, places: Sequence[int]) -> None:
        """Terms anywhere in a run; offsets are exact when folding kept the length, else the whole token."""
        norm, runs, starts = token.norm, self._table.runs, self._table.run_starts
        same = length == len(norm)
        for first in range(len(norm) - 1):
            longest = starts.get(norm[first : first + 2], 0)
            for last in range(first + 2, min(first + longest, len(norm)) + 1):
                ends = runs.get(norm[first:last])
                if ends:
                    span = (token.start + first, token.start + last) if same else (token.start, token.end)
                    for place, senses in ends.items():
                        if place in places:
                            found[place].append(Match(index, index + 1, *span, via, senses))


def _follow(node: Node | None, tokens: list[Token], index: int, via: str, found: Found) -> None:
    """Terms of several words whose first word is the token at `index`."""
    start = tokens[index].start
    for last in range(index + 1, len(tokens)):
        kind, norm, _, end, gap = tokens[last]
        if gap or node is None or kind in ("tag", "emoji"):
            return
        for place, senses in _ends_after(node, norm):
            found[place].append(Match(index, last + 1, start, end, via, senses))
        node = node.next.get(norm) if node.next else None


def _ends_after(node: Node, norm: str) -> Iterator[tuple[int, list[Any]]]:
    """What these words stand for with one word more; in each list only the first form of the word that it knows."""
    if node.next:
        seen: list[int] = []
        for form in forms(norm):
            child = node.next.get(form)
            if child and child.ends:
                yield from ((place, senses) for place, senses in child.ends.items() if place not in seen)
                seen += child.ends
    if node.stems:
        for ends in _stems_of(norm, 2, node.stems):
            yield from ends.items()


def _stems_of(norm: str, shortest: int, stems: dict[str, Ends]) -> Iterator[Ends]:
    """The open stems that a word begins with, the shortest first."""
    for cut in range(shortest, len(norm) + 1):
        ends = stems.get(norm[:cut])
        if ends:
            yield ends


def _remember(memory: dict[str, V], key: str, value: V) -> V:
    if len(memory) >= _REMEMBERED:
        memory.clear()
    memory[key] = value
    return value
