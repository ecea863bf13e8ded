"""Terms with what they stand for: what a list of them holds, and what finding one gives."""

from collections.abc import Iterator
from typing import Generic, NamedTuple, TypeVar

from nlp.components.patterns import TOKENS
from nlp.folding import fold, fold_emoji

P = TypeVar("P")

_SKIPPED = ("space", "joint", "mark", "elision")


class Match(NamedTuple, Generic[P]):
    """A term found: token indices, offsets, `via` (word, tag, split, run, emoji) and what it stands for."""

    first: int
    last: int
    start: int
    end: int
    via: str
    senses: tuple[P, ...]


class Term(NamedTuple, Generic[P]):
    """One term: its folded words, what it stands for, whether its last word may go on, whether it is only a tag."""

    words: tuple[str, ...]
    sense: P
    is_open: bool
    is_tag: bool

    @property
    def squeezed(self) -> str:
        """The words written together, as in a hashtag."""
        return "".join(self.words)

    def is_run(self) -> bool:
        """True for one word of a script without spaces, which may stand anywhere in a run."""
        word = self.words[0]
        return len(self.words) == 1 and not word.isascii() and TOKENS.match(word).lastgroup == "run"  # type: ignore[union-attr]


def term_words(term: str) -> list[str]:
    """The folded words of a term; "@" stands for any handle and "%" for any percentage."""
    bare = term.removesuffix("*")
    if bare.isascii() and bare.replace(" ", "").isalnum():
        return bare.lower().split()
    pieces = [(str(found.lastgroup), found[str(found.lastgroup)]) for found in TOKENS.finditer(bare)]
    kept = [(kind, text) for kind, text in pieces if kind not in _SKIPPED or text in "@%"]
    return [fold_emoji(text) if kind == "emoji" else fold(text) for kind, text in kept]


class TermList(Generic[P]):
    """Terms in the order in which they were added. Filled once, then only read."""

    def __init__(self) -> None:
        self._rows: list[tuple[str, P, bool]] = []

    def add(self, term: str, sense: P, *, tag_only: bool = False) -> None:
        """Add one term; a trailing * lets its last word go on."""
        self._rows.append((term, sense, tag_only))

    def __iter__(self) -> Iterator[Term[P]]:
        """The terms that hold a word."""
        for term, sense, tag_only in self._rows:
            words = tuple(term_words(term.removeprefix("#")))
            if words:
                yield Term(words, sense, term.endswith("*"), tag_only)
