"""What the niche scorer needs of word vectors, and a stand-in that knows nothing."""

from collections.abc import Mapping, Sequence
from typing import Protocol


class MeaningScorer(Protocol):
    """Scores niches by the meaning of words that need not be in a lexicon."""

    def niche_scores(self, words: Sequence[str]) -> Mapping[str, float]:
        """Strength of a text for each niche; {} when no word is known."""

    def word_niches(self, word: str) -> Mapping[str, float]:
        """The niches that one word speaks for, strongest first."""


class NoMeaning:
    """Used where the vector files are not there: every answer is empty."""

    def niche_scores(self, words: Sequence[str]) -> Mapping[str, float]:  # noqa: ARG002 - the Protocol's signature
        """Nothing known."""
        return {}

    def word_niches(self, word: str) -> Mapping[str, float]:  # noqa: ARG002 - the Protocol's signature
        """Nothing known."""
        return {}


def load_meaning() -> MeaningScorer:
    """The shipped vectors; the stand-in when their files are missing."""
    from nlp.vectors import WordVectors

    try:
        return WordVectors.load()
    except OSError:
        return NoMeaning()
