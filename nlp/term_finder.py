"""Finds the terms of several lists in the tokens of one text, all in one pass."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any, NamedTuple, TypeVar

from nlp.term_list import Match, TermList
from nlp.term_table import Ends, TermTable, stems_of
from nlp.tokens import TextPart, Token
from nlp.word_forms import forms

V = TypeVar("V")

_JOINED = 8
"""A plain word of at least this many letters may also be a phrase written together ("streetstyle")."""
_OPEN_TAG = 5
"""An open stem matches the beginning of a longer hashtag only from this length on."""
_REMEMBERED = 15_000
"""Words and tags whose look-up is kept at hand; the memory is emptied when full, so that it stays flat."""

Found = list[list[Match[Any]]]
"""The matches of one text, one list for each list of terms."""


class _Word(NamedTuple):
    """What may begin with a word: terms that it is by itself, and the forms of it that begin phrases."""

    alone: Ends
    further: tuple[str, ...]


_NOTHING = _Word((), ())


class TermFinder:
    """Looks each word up once for all lists. Reading changes nothing but a bounded memory of look-ups."""

    def __init__(self, indexes: Sequence[TermList[Any]]) -> None:
        self._table = TermTable(indexes)
        self._places = tuple(range(len(indexes)))
        self._words: dict[str, _Word] = {}
        self._tags: dict[str, dict[int, tuple[Any, ...]]] = {}

    def knows_tag(self, norm: str, *, place: int) -> bool:
        """Whether a list knows a hashtag as a whole."""
        return place in self._table.of_exact_tag(norm)

    def find(self, part: TextPart) -> Found:
        """All terms in one text, overlapping ones included, in the order of the text."""
        found: Found = [[] for _ in self._places]
        words = self._words
        last = len(part.tokens) - 1
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
                    if word.further and index < last and not part.tokens[index + 1].gap:
                        for base in word.further:
                            self._follow(base, part.tokens, index, via, found)
        return found

    def _look_up(self, norm: str) -> _Word:
        """What can begin with this word, remembered until the memory is full."""
        table = self._table
        alone = [item for form in forms(norm) for item in table.words.get(form, ())]
        if norm[:2] in table.stem_starts:
            alone += [item for ends in stems_of(norm, 2, table.stems) for item in ends]
        if len(norm) >= _JOINED:
            own = {place for place, _ in table.words.get(norm, ())}
            alone += [item for item in table.squeezed.get(norm, ()) if item[0] not in own]
        further = tuple(form for form in forms(norm) if form in table.goes_on)
        return _remember(self._words, norm, _Word(tuple(alone), further) if alone or further else _NOTHING)

    def _follow(self, base: str, tokens: list[Token], index: int, via: str, found: Found) -> None:
        """Terms of several words that begin with `base`, the token at `index`."""
        start = tokens[index].start
        for last in range(index + 1, len(tokens)):
            kind, norm, _, end, gap = tokens[last]
            if gap or kind in ("tag", "emoji"):
                return
            for place, senses in self._ends_after(base, norm):
                found[place].append(Match(index, last + 1, start, end, via, senses))
            base = f"{base} {norm}"
            if base not in self._table.goes_on:
                return

    def _ends_after(self, base: str, norm: str) -> Iterator[tuple[int, tuple[Any, ...]]]:
        """What `base` stands for with one word more; in each list only the first form of the word that it knows."""
        words, seen = self._table.words, 0
        for form in forms(norm):
            for place, senses in words.get(f"{base} {form}", ()):
                if not seen >> place & 1:
                    seen |= 1 << place
                    yield place, senses
        if base in self._table.stem_bases:
            for ends in stems_of(norm, 2, self._table.stems, f"{base} "):
                yield from ends

    def _in_tag(self, part: TextPart, index: int, found: Found) -> None:
        """A hashtag as a whole; for lists that do not know it the words inside it."""
        token = part.tokens[index]
        whole = self._of_tag(token.norm)
        for place, senses in whole.items():
            found[place].append(Match(index, index + 1, token.start, token.end, "tag", senses))
        for place, senses in self._inside(part.tag_words.get(index, ())):
            if place not in whole:
                found[place].append(Match(index, index + 1, token.start, token.end, "split", senses))
        if not token.norm.isascii():
            self._in_run(token, index, 0, "split", found, [place for place in self._places if place not in whole])

    def _of_tag(self, norm: str) -> dict[int, tuple[Any, ...]]:
        """What a hashtag stands for as a whole, by list, remembered until the memory is full."""
        whole = self._tags.get(norm)
        return _remember(self._tags, norm, self._table.of_tag(norm, _OPEN_TAG)) if whole is None else whole

    def _inside(self, words: Sequence[str]) -> Iterator[tuple[int, tuple[Any, ...]]]:
        """The terms among the words of a hashtag."""
        for first, base in enumerate(words):
            yield from self._table.words.get(base, ())
            for norm in words[first + 1 :]:
                if base not in self._table.goes_on:
                    break
                yield from self._ends_after(base, norm)
                base = f"{base} {norm}"

    def _in_run(self, token: Token, index: int, length: int, via: str, found: Found, places: Collection[int]) -> None:
        """Terms anywhere in a run; offsets are exact when folding kept the length, else the whole token."""
        norm, runs, starts = token.norm, self._table.runs, self._table.run_starts
        same = length == len(norm)
        for first in range(len(norm) - 1):
            longest = starts.get(norm[first : first + 2], 0)
            for last in range(first + 2, min(first + longest, len(norm)) + 1):
                for place, senses in runs.get(norm[first:last], ()):
                    if place in places:
                        span = (token.start + first, token.start + last) if same else (token.start, token.end)
                        found[place].append(Match(index, index + 1, *span, via, senses))


def _remember(memory: dict[str, V], key: str, value: V) -> V:
    if len(memory) >= _REMEMBERED:
        memory.clear()
    memory[key] = value
    return value
