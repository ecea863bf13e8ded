"""Writes the niche table as nlp.vectors reads it: run words first, then the others by hash, strengths as int8."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from nlp.folding import fold
from nlp.vectors import SCALE, TABLE, WEIGHTS
from nlp.word_table import HASHES, RUNS, is_run, word_hash

Array = npt.NDArray[Any]


def fold_words(words: Sequence[str], strengths: Array, shares: Array) -> tuple[list[str], Array, Array]:
    """Join words of one folded spelling: strengths as the mean by share of speech, shares added up."""
    places: dict[str, int] = {}
    into = np.array([places.setdefault(fold(word), len(places)) for word in words])
    total = np.bincount(into, weights=shares)
    joined = np.zeros((len(places), strengths.shape[1]))
    np.add.at(joined, into, strengths * shares[:, None])
    return list(places), joined / total[:, None], total


def quantise(strengths: Array, largest: float) -> npt.NDArray[np.int8]:
    """Signed square-root steps, so that weak strengths keep their detail."""
    steps = np.sign(strengths) * np.sqrt(np.clip(np.abs(strengths) / largest, 0, 1))
    rounded: npt.NDArray[np.int8] = np.rint(steps * 127).astype(np.int8)
    return rounded


def row_order(words: Sequence[str]) -> tuple[list[int], list[int], list[int]]:
    """Indices of run words, indices of other words by hash, and these hashes."""
    runs = [i for i, word in enumerate(words) if is_run(word)]
    hashed = sorted((word_hash(word), i) for i, word in enumerate(words) if not is_run(word))
    return runs, [i for _, i in hashed], [key for key, _ in hashed]


def pack(
    folder: Path, *, words: Sequence[str], strengths: Array, weights: Array, niches: Sequence[str], prior: float
) -> None:
    """Write all files. `strengths`: words by niches; `weights`: 0 (everybody says it) to 1 (rare)."""
    runs, others, hashes = row_order(words)
    order = runs + others
    largest = float(np.abs(strengths).max())
    np.save(folder / TABLE, quantise(strengths[order], largest))
    np.save(folder / WEIGHTS, weights[order].astype(np.float16))
    np.save(folder / HASHES, np.array(hashes, dtype=np.uint64))
    (folder / RUNS).write_text("".join(f"{words[i]}\n" for i in runs), encoding="utf-8")
    scale = {"largest": largest, "prior": prior, "niches": list(niches)}
    (folder / SCALE).write_text(json.dumps(scale, indent=1) + "\n", encoding="utf-8")
