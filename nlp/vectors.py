"""How strongly words speak for each niche: a small integer table made offline from a multilingual encoder.

The table is made by `python -m nlp.making` (nlp/making/README.md). A row holds, for one word, its strength for every
niche; a text's score is the mean of its words' rows, where rare words weigh more than frequent ones.
"""

import json
from collections.abc import Mapping, Sequence
from itertools import chain
from pathlib import Path

import numpy as np
import numpy.typing as npt

from nlp.word_table import WordRows

DATA = Path(__file__).parent / "data"
TABLE, WEIGHTS, SCALE = "niche-table.npy", "niche-weights.npy", "niche-scale.json"
SHOWN = 0.1
"""Strength from which a single word is said to speak for a niche."""

Int8 = npt.NDArray[np.int8]
Floats = npt.NDArray[np.float32]


class WordVectors:
    """The niche table, mapped from disk; reading changes nothing but a bounded memory of words looked up."""

    def __init__(
        self, *, table: Int8, weights: Floats, rows: WordRows, niches: Sequence[str], largest: float, prior: float
    ):
        self._table = np.asarray(table).view(np.uint8)
        self._weights = weights
        self._rows = rows
        self._niches = tuple(niches)
        self._prior = prior
        steps = np.arange(256, dtype=np.uint8).view(np.int8).astype(np.float32) / 127
        self._strength: Floats = (np.sign(steps) * steps**2 * largest).astype(np.float32)

    @classmethod
    def load(cls, folder: Path = DATA) -> "WordVectors":
        """Map the files of `folder`. Raises OSError when one is missing."""
        scale = json.loads((folder / SCALE).read_text(encoding="utf-8"))
        table = np.load(folder / TABLE, mmap_mode="r")
        weights = np.load(folder / WEIGHTS).astype(np.float32)
        return cls(table=table, weights=weights, rows=WordRows.load(folder), **scale)

    @property
    def niches(self) -> tuple[str, ...]:
        """The niche ids in the order of the table's columns."""
        return self._niches

    def niche_scores(self, words: Sequence[str]) -> Mapping[str, float]:
        """The strength of a text for every niche, about 0 to 1; {} when no word is known.

        `words` are folded (nlp.folding), hashtags already split; runs without spaces are cut here. Long texts
        dilute: read post by post where one post should count.
        """
        rows = [*chain.from_iterable(map(self._rows.of, words))]
        if not rows:
            return {}
        scores = self._mean(rows)
        return dict(zip(self._niches, scores.tolist(), strict=True))

    def word_niches(self, word: str) -> Mapping[str, float]:
        """The niches that one word speaks for, strongest first; {} when it is unknown or says nothing."""
        rows = self._rows.of(word)
        if not rows:
            return {}
        strengths = self._decoded(rows).max(axis=0)
        order = np.argsort(-strengths, kind="stable")
        return {self._niches[i]: float(strengths[i]) for i in order if strengths[i] >= SHOWN}

    def _mean(self, rows: Sequence[int]) -> Floats:
        weights = self._weights.take(rows)
        mean: Floats = weights @ self._decoded(rows) / (weights.sum() + self._prior)
        return mean

    def _decoded(self, rows: Sequence[int]) -> Floats:
        picked: Floats = self._strength.take(self._table.take(rows, axis=0))
        return picked
