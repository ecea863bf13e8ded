"""Fits how much each feature of a hashtag split counts, from tags with accepted splits.

`python -m nlp.making.fit_tag_weights TAGS.tsv ...` (tweet, tag, accepted splits) prints weights.toml and, on standard
error, the share of exact splits, fitted on all and in ten-fold cross-validation.
"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from nlp.hashtags import plain_letters
from nlp.tag_features import NAMES, features
from nlp.tag_splits import case_bounds, likely_splits
from nlp.tag_words import TagWords, tag_words

Array = npt.NDArray[np.float64]
PULL = 1.0
"""Pull of the weights towards 0."""

FOLDS = 10


@dataclass(frozen=True)
class Case:
    """The candidate splits of one tag: features, and which are accepted."""

    numbers: Array
    accepted: npt.NDArray[np.bool_]


def read_case(line: str, words: TagWords) -> Case:
    """One line of a tag file."""
    tag, *accepted = line.rstrip("\n").split("\t")[1:]
    bounds, plain = case_bounds(tag), plain_letters(tag)
    numbers, texts = [], []
    for starts in likely_splits(plain, bounds, words):
        pieces = [plain[start:end] for start, end in zip(starts, (*starts[1:], len(tag)), strict=True)]
        numbers.append(features(tag, pieces, starts, bounds, words))
        texts.append(" ".join(pieces))
    right = {text.strip().lower() for text in accepted}
    return Case(np.array(numbers, dtype=float), np.array([text in right for text in texts]))


def fit(cases: Sequence[Case]) -> Array:
    """Weights that make accepted splits likely among the candidates (conditional logistic regression)."""
    optimize: Any = import_module("scipy.optimize")
    spread = np.concatenate([case.numbers for case in cases]).std(axis=0) + 1e-6
    useful = [(case.numbers / spread, case.accepted) for case in cases if case.accepted.any()]

    def loss(weights: Array) -> tuple[float, Array]:
        total, slope = PULL * float(weights @ weights), 2 * PULL * weights
        for numbers, accepted in useful:
            scores = numbers @ weights
            likely = np.exp(scores - scores.max())
            likely /= likely.sum()
            right = likely * accepted
            total -= float(np.log(right.sum() + 1e-300))
            slope = slope - (right / (right.sum() + 1e-300) - likely) @ numbers
        return total, slope

    found = optimize.minimize(loss, np.zeros(len(NAMES)), jac=True, method="L-BFGS-B", options={"maxiter": 300})
    fitted: Array = found.x / spread
    return fitted


def share_right(cases: Sequence[Case], weights: Array) -> float:
    """Percent of tags whose best split is accepted."""
    return 100 * float(np.mean([case.accepted[int(np.argmax(case.numbers @ weights))] for case in cases]))


def cross_validated(cases: Sequence[Case]) -> float:
    """Mean percent over folds that the weights did not see."""
    order = np.random.default_rng(1).permutation(len(cases))
    parts = [[cases[i] for i in order[fold::FOLDS]] for fold in range(FOLDS)]
    rest = [[case for other in parts if other is not part for case in other] for part in parts]
    return float(np.mean([share_right(part, fit(others)) for part, others in zip(parts, rest, strict=True)]))


def main(paths: Sequence[str]) -> None:
    """Print both tables of weights."""
    lines = [line for path in paths for line in Path(path).read_text(encoding="utf-8").splitlines()]
    english = tag_words("en")
    for name, words in {
        "with_pairs": english,
        "without_pairs": replace(english, pairs=memoryview(b""), gains=b""),
    }.items():
        cases = [read_case(line, words) for line in lines]
        weights = fit(cases)
        figures = f"{share_right(cases, weights):.1f} fitted, {cross_validated(cases):.1f} cross-validated"
        sys.stderr.write(f"{name}: {len(cases)} tags, {figures}\n")
        rows = (f"{feature} = {weight:.3f}\n" for feature, weight in zip(NAMES, weights, strict=True))
        sys.stdout.write(f"\n[{name}]\n" + "".join(rows))


if __name__ == "__main__":
    main(sys.argv[1:])
