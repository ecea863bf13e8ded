"""Looks at the words around a term: is the context that a guard asks for there, is it inside another phrase."""

import re
from functools import lru_cache

from nlp.lexicon import Guard, Sense
from nlp.term_list import Match, term_words
from nlp.tokens import TextPart

_NO_SPACES = re.compile("[\u0e00-\u0eff\u3041-\u30ff\u3400-\u9fff]")


class Surroundings:
    """One text as a line of folded words, made once and asked many times."""

    def __init__(self, part: TextPart) -> None:
        self._starts: list[int] = []
        line = " "
        for token in part.tokens:
            self._starts.append(len(line))
            line += f"{token.norm} "
        self._line = line
        self._ends = [*self._starts[1:], len(line)]
        self._tag_line = " ".join(word for words in part.tag_words.values() for word in words)

    def allow(self, guard: Guard, match: Match[Sense]) -> bool:
        """True when the guard lets this match count."""
        if guard.needs and not self._has(guard.needs):
            return False
        return not (guard.unless and self._is_inside(guard.unless, match))

    def _has(self, terms: tuple[str, ...]) -> bool:
        pattern = _pattern(terms)
        return bool(pattern.search(self._line) or pattern.search(f" {self._tag_line} "))

    def _is_inside(self, terms: tuple[str, ...], match: Match[Sense]) -> bool:
        start, end = self._starts[match.first], self._ends[match.last - 1] - 1
        return any(m.start() <= end + 1 and m.end() >= start - 1 for m in _pattern(terms).finditer(self._line))


@lru_cache(maxsize=4_000)
def _pattern(terms: tuple[str, ...]) -> re.Pattern[str]:
    """One expression for all context terms; a trailing * lets a word go on."""
    return re.compile("|".join(_one(term) for term in terms))


def _one(term: str) -> str:
    words = re.escape(" ".join(term_words(term)))
    if _NO_SPACES.search(words):
        return words
    return rf"(?<=\s){words}" + (r"\w*" if term.endswith("*") else r"(?:e?s)?(?=\s)")
