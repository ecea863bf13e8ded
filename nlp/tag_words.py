"""The dictionary behind the hashtag splitter: how often words, and for English pairs of words, are said."""

import tomllib
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from zlib import crc32

import numpy as np

FOLDER = Path(__file__).parent / "data" / "hashtags"
WEIGHTS = FOLDER / "weights.toml"
LANGUAGES = ("en", "es", "pt", "fr", "de", "it", "nl", "tr", "id")
STEPS = 8
"""Steps a natural-log unit in the stored scores."""

NUMBER, LONE_LETTER, UNKNOWN, UNKNOWN_LETTER = -9.0, -15.0, -14.5, -2.3
"""Log shares of a number, of a lone unknown letter, and of an unknown word plus of each of its letters."""


def pair_hash(first: str, second: str) -> int:
    """32 bits of two neighbouring words."""
    return crc32(f"{first} {second}".encode())


@dataclass(frozen=True, kw_only=True)
class TagWords:
    """Log shares of the words of one language. `gains`, by pair: log share of the second word after the first, less
    its log share alone.
    """

    shares: Mapping[str, float]
    pairs: memoryview
    gains: bytes
    weights: Mapping[str, float]
    """How much each feature of a split counts (nlp.tag_splits), fitted for a dictionary with or without pairs."""

    def share(self, word: str) -> float:
        """The log share of speech of a word, a number or an unknown run of letters."""
        known = self.shares.get(word)
        if known is not None:
            return known
        if word.isdigit():
            return NUMBER
        return UNKNOWN + UNKNOWN_LETTER * len(word) if len(word) > 1 else LONE_LETTER

    def gain(self, first: str, second: str) -> float | None:
        """How much likelier the second word is after the first; None when the pair is not on record."""
        key = pair_hash(first, second)
        place = bisect_left(self.pairs, key)
        if place == len(self.pairs) or self.pairs[place] != key:
            return None
        return self.gains[place] / STEPS - 3


@cache
def tag_words(language: str) -> TagWords:
    """The dictionary of a language of LANGUAGES. Raises OSError when its file is missing."""
    words = (FOLDER / f"{language}.txt").read_text(encoding="utf-8").split("\n")[:-1]
    scores = np.load(FOLDER / f"{language}.npy")
    shares = dict(zip(words, (scores.astype(np.float32) / -STEPS).tolist(), strict=True))
    weights = tomllib.loads(WEIGHTS.read_text(encoding="utf-8"))
    if language != "en":
        return TagWords(shares=shares, pairs=memoryview(b""), gains=b"", weights=weights["without_pairs"])
    pairs = np.load(FOLDER / "en-pairs.npy")
    gains = np.load(FOLDER / "en-gains.npy").tobytes()
    return TagWords(shares=shares, pairs=pairs.data, gains=gains, weights=weights["with_pairs"])
