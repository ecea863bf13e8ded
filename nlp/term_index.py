"""Terms with what they stand for, in a form that nlp.term_finder can look up for several lists at once."""

from collections.abc import Iterator
from typing import Generic, NamedTuple, TypeVar

from nlp.components.patterns import TOKENS
from nlp.folding import fold, fold_emoji
from nlp.word_forms import forms

P = TypeVar("P")

_SKIPPED = ("space", "joint", "mark", "elision")


class Match(NamedTuple, Generic[P]):
    """A term found: token indices, offsets, `via` (word, tag, split, run, emoji) and what it stands for."""

    first: int
    last: int
    start: int
    end: int
    via: str
    senses: list[P]


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


class TermIndex(Generic[P]):
    """A list of terms. Filled once, then only read."""

    def __init__(self) -> None:
        self._terms: list[Term[P]] = []
        self._tags: set[str] = set()

    def add(self, term: str, sense: P, *, tag_only: bool = False) -> None:
        """Add one term; a trailing * lets its last word go on."""
        words = tuple(term_words(term.removeprefix("#")))
        if not words:
            return
        entry = Term(words, sense, term.endswith("*"), tag_only)
        self._terms.append(entry)
        if not entry.is_open:
            self._tags.add(entry.squeezed)

    def __iter__(self) -> Iterator[Term[P]]:
        """The terms in the order in which they were added."""
        return iter(self._terms)

    def knows_tag(self, squeezed: str) -> bool:
        """Whether a hashtag as a whole is a term."""
        return any(form in self._tags for form in forms(squeezed))
