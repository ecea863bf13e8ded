"""Finds many terms in the tokens of one text: words, phrases, open stems, hashtags, emoji, runs without spaces."""

from collections.abc import Iterator
from typing import Any, Generic, NamedTuple, TypeVar

from nlp.components.patterns import TOKENS
from nlp.folding import fold, fold_emoji
from nlp.tokens import TextPart, Token
from nlp.word_forms import forms

P = TypeVar("P")

_JOINED = 8
"""A plain word of at least this many letters may also be a phrase written together ("streetstyle")."""
_OPEN_TAG = 5
"""An open stem matches the beginning of a longer hashtag only from this length on."""


class _Word(NamedTuple, Generic[P]):
    """What may begin with a word: phrases by the forms of it, open stems, phrases written together."""

    heads: tuple[str, ...]
    opened: list[list[P]]
    joined: list[P]


_NOTHING: _Word[Any] = _Word((), [], [])
_REMEMBERED = 30_000
"""Words whose look-up is kept at hand; the memory is emptied when full, so that it stays flat."""


class Match(NamedTuple, Generic[P]):
    """A term found: token indices, offsets, `via` (word, tag, split, run, emoji) and what it stands for."""

    first: int
    last: int
    start: int
    end: int
    via: str
    senses: list[P]


def term_words(term: str) -> list[str]:
    """The folded words of a term; "@" stands for any handle and "%" for any percentage."""
    found = TOKENS.finditer(term.removesuffix("*"))
    kept = [m for m in found if m.lastgroup not in ("space", "joint", "mark", "elision") or m.group() in "@%"]
    return [fold_emoji(m.group()) if m.lastgroup == "emoji" else fold(m.group()) for m in kept]


class TermIndex(Generic[P]):
    """Terms with what they stand for. Built once, then only read."""

    def __init__(self) -> None:
        self._exact: dict[str, list[P]] = {}
        self._stems: dict[str, list[P]] = {}
        self._stem_bases: set[str] = set()
        self._stem_starts: set[str] = set()
        self._longest: dict[str, int] = {}
        self._tags: dict[str, list[P]] = {}
        self._joined: dict[str, list[P]] = {}
        self._tag_stems: dict[str, list[P]] = {}
        self._runs: dict[str, list[P]] = {}
        self._run_starts: dict[str, int] = {}
        self._known: dict[str, _Word[P]] = {}

    def add(self, term: str, sense: P, *, tag_only: bool = False) -> None:
        """Add one term; a trailing * lets its last word go on."""
        words = term_words(term.removeprefix("#"))
        if not words:
            return
        is_open = term.endswith("*")
        squeezed = "".join(words)
        (self._tag_stems if is_open else self._tags).setdefault(squeezed, []).append(sense)
        if tag_only:
            return
        if len(words) == 1 and TOKENS.match(words[0]).lastgroup == "run":  # type: ignore[union-attr]
            self._add_run(words[0], sense)
        else:
            self._add_words(words, sense, is_open=is_open)

    def _add_words(self, words: list[str], sense: P, *, is_open: bool) -> None:
        head, key = words[0], " ".join(words)
        if len(words) > 1 and not is_open and len(key) > _JOINED:
            self._joined.setdefault("".join(words), []).append(sense)
        self._longest[head] = max(len(words), self._longest.get(head, 0))
        if not is_open:
            self._exact.setdefault(key, []).append(sense)
            return
        self._stems.setdefault(key, []).append(sense)
        self._stem_bases.add(key[: len(key) - len(words[-1])])
        if len(words) == 1:
            self._stem_starts.add(head[:2])

    def _add_run(self, term: str, sense: P) -> None:
        self._runs.setdefault(term, []).append(sense)
        start = term[:2]
        self._run_starts[start] = max(len(term), self._run_starts.get(start, 0))

    def knows_tag(self, squeezed: str) -> bool:
        """Whether a hashtag as a whole is a term."""
        return any(form in self._tags for form in forms(squeezed))

    def find(self, part: TextPart) -> Iterator[Match[P]]:
        """All terms in one text, overlapping ones included."""
        for index, token in enumerate(part.tokens):
            if token.kind == "tag":
                yield from self._in_tag(part, index, token)
            elif token.kind == "run":
                yield from self._in_run(token.norm, index, token, token.end - token.start, "run")
            else:
                word = self._known.get(token.norm) or self._look_up(token.norm)
                if word is not _NOTHING:
                    yield from self._from(part.tokens, index, token, word)

    def _look_up(self, norm: str) -> _Word[P]:
        """What can begin with this word, remembered until the memory is full."""
        heads = tuple(form for form in forms(norm) if form in self._longest)
        opened = (
            [self._stems[norm[:cut]] for cut in range(2, len(norm) + 1) if norm[:cut] in self._stems]
            if (norm[:2] in self._stem_starts)
            else []
        )
        joined = self._joined.get(norm, []) if norm not in self._exact else []
        word = _Word(heads, opened, joined) if heads or opened or joined else _NOTHING
        if len(self._known) >= _REMEMBERED:
            self._known.clear()
        self._known[norm] = word
        return word

    def _from(self, tokens: list[Token], index: int, token: Token, word: _Word[P]) -> Iterator[Match[P]]:
        """Terms whose first word is this token."""
        via = "emoji" if token.kind == "emoji" else "word"
        for form in word.heads:
            limit = _reach(tokens, index, self._longest[form])
            words = [form, *(t.norm for t in tokens[index + 1 : limit])]
            for count, senses in self._grow(words):
                yield Match(index, index + count, token.start, tokens[index + count - 1].end, via, senses)
        for senses in word.opened:
            yield Match(index, index + 1, token.start, token.end, "word", senses)
        if word.joined:
            yield Match(index, index + 1, token.start, token.end, "word", word.joined)

    def _grow(self, words: list[str]) -> Iterator[tuple[int, list[P]]]:
        """How many of these words make a term, with its senses."""
        base = ""
        for count, word in enumerate(words, 1):
            for form in forms(word) if count > 1 else (word,):
                if base + form in self._exact:
                    yield count, self._exact[base + form]
                    break
            if count > 1 and base in self._stem_bases:
                for cut in range(2, len(word) + 1):
                    if base + word[:cut] in self._stems:
                        yield count, self._stems[base + word[:cut]]
            base = f"{base}{word} "

    def _in_tag(self, part: TextPart, index: int, token: Token) -> Iterator[Match[P]]:
        """A hashtag as a whole, else by its beginning, else the words inside it."""
        found = False
        for form in forms(token.norm):
            if form in self._tags:
                found = True
                yield Match(index, index + 1, token.start, token.end, "tag", self._tags[form])
                break
        for cut in range(_OPEN_TAG, len(token.norm) + 1):
            if token.norm[:cut] in self._tag_stems:
                found = True
                yield Match(index, index + 1, token.start, token.end, "tag", self._tag_stems[token.norm[:cut]])
        if not found:
            yield from self._inside_tag(part, index, token)

    def _inside_tag(self, part: TextPart, index: int, token: Token) -> Iterator[Match[P]]:
        words = part.tag_words.get(index, [])
        for place in range(len(words)):
            if words[place] in self._longest:
                for _, senses in self._grow(words[place : place + self._longest[words[place]]]):
                    yield Match(index, index + 1, token.start, token.end, "split", senses)
        if not token.norm.isascii():
            yield from self._in_run(token.norm, index, token, 0, "split")

    def _in_run(self, norm: str, index: int, token: Token, length: int, via: str) -> Iterator[Match[P]]:
        """Terms anywhere in a run; offsets are exact when folding kept the length, else the whole token."""
        same = length == len(norm)
        for place in range(len(norm) - 1):
            longest = self._run_starts.get(norm[place : place + 2], 0)
            for end in range(place + 2, min(place + longest, len(norm)) + 1):
                senses = self._runs.get(norm[place:end])
                if senses:
                    start, stop = (token.start + place, token.start + end) if same else (token.start, token.end)
                    yield Match(index, index + 1, start, stop, via, senses)


def _reach(tokens: list[Token], index: int, longest: int) -> int:
    """The index after the last token that a phrase from `index` may use."""
    limit = index + 1
    while limit < len(tokens) and limit < index + longest:
        if tokens[limit].gap or tokens[limit].kind in ("tag", "emoji"):
            break
        limit += 1
    return limit
