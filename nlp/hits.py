"""A term of the taxonomy found in a text."""

from typing import NamedTuple

from nlp.lexicon import Sense
from nlp.reading import Evidence
from nlp.term_list import Match
from nlp.tokens import TextPart


class Hit(NamedTuple):
    """`state` is plain, past ("ex-dancer") or aspiring ("aspiring model"); denied and foreign hits are dropped."""

    part: TextPart
    match: Match[Sense]
    sense: Sense
    state: str = "plain"

    def evidence(self) -> Evidence:
        """The exact characters of the term."""
        return self.part.evidence(self.match.start, self.match.end)
