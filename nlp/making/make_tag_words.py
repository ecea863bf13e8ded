"""Writes the dictionaries of the hashtag splitter: word shares of nine languages, word pairs of English.

`python -m nlp.making.make_tag_words`, in the makers' environment (README.md).
"""

import math
from collections.abc import Mapping
from importlib import import_module
from typing import Any

import numpy as np

from nlp.hashtags import plain_letters
from nlp.tag_words import FOLDER, LANGUAGES, STEPS, pair_hash

SIZES = {"en": 170_000}
OTHER_SIZE = 40_000
LONGEST = 22


def word_shares(language: str) -> dict[str, float]:
    """Share of speech by plain spelling, most frequent first, cut to the size of the language."""
    wordfreq: Any = import_module("wordfreq")
    shares: dict[str, float] = {}
    for word, share in wordfreq.get_frequency_dict(language, "best").items():
        plain = plain_letters(word.replace("'", "").replace("’", ""))
        if plain.isalnum() and plain.isascii() and not plain.isdigit() and len(plain) <= LONGEST:
            shares[plain] = shares.get(plain, 0.0) + share
    ranked = sorted(shares, key=lambda word: (-shares[word], word))[: SIZES.get(language, OTHER_SIZE)]
    return {word: math.log(shares[word]) for word in ranked}


def write_words(language: str, shares: Mapping[str, float]) -> None:
    """One word a line, and beside it the log shares in eighths, without their sign."""
    (FOLDER / f"{language}.txt").write_text("".join(f"{word}\n" for word in shares), encoding="utf-8")
    np.save(
        FOLDER / f"{language}.npy", np.array([min(255, round(-s * STEPS)) for s in shares.values()], dtype=np.uint8)
    )


def write_pairs(shares: Mapping[str, float]) -> None:
    """Gains of English pairs of known words, sorted by hash."""
    counts: Any = import_module("wordsegment")
    counts.load()
    gains: dict[int, float] = {}
    for pair, count in counts.BIGRAMS.items():
        first, _, second = pair.partition(" ")
        if first in shares and second in shares and first in counts.UNIGRAMS:
            gains[pair_hash(first, second)] = math.log(count / counts.UNIGRAMS[first]) - shares[second]
    keys = sorted(gains)
    np.save(FOLDER / "en-pairs.npy", np.array(keys, dtype=np.uint32))
    steps = [max(0, min(255, round((gains[key] + 3) * STEPS))) for key in keys]
    np.save(FOLDER / "en-gains.npy", np.array(steps, dtype=np.uint8))


def main() -> None:
    """Write every dictionary."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for language in LANGUAGES:
        shares = word_shares(language)
        if language == "en":
            shares["_"] = -3.0
            write_pairs(shares)
        write_words(language, {**shares, "_": -3.0})


if __name__ == "__main__":
    main()
