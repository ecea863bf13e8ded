"""How strongly each word speaks for each niche: a classifier on encoder vectors, then fitted so that means add up."""

from collections.abc import Sequence
from importlib import import_module
from typing import Any

import numpy as np
import numpy.typing as npt

from nlp.making.read_terms import NOTHING, Term

Floats = npt.NDArray[np.float32]
STRENGTH_POWER = 0.75
"""Flattens probabilities, so that what a text says aside is still heard."""

MAP_PULL, VECTOR_PULL, STRENGTH_PULL = 5.0, 0.2, 0.3
STEPS = 15


class NicheClassifier:
    """Softmax regression from a centred encoder vector to a niche or to nothing."""

    def __init__(self, terms: Sequence[Term], vectors: Floats, niches: Sequence[str], centre: Floats) -> None:
        columns = {niche: column for column, niche in enumerate([*niches, NOTHING])}
        labels = np.array([columns[term.niche] for term in terms])
        weights = np.array([term.weight for term in terms])
        by_niche = np.bincount(labels, weights=weights)
        weights = weights * np.sqrt(by_niche.mean() / by_niche[labels])
        linear: Any = import_module("sklearn.linear_model")
        self._model = linear.LogisticRegression(C=1.0, max_iter=150)
        self._model.fit(unit(vectors - centre), labels, sample_weight=weights)

    def niches(self, vectors: Floats) -> Floats:
        """Probability of every niche; what is missing to 1 is for nothing."""
        chances: Floats = self._model.predict_proba(unit(vectors))[:, :-1].astype(np.float32)
        return chances


def unit(vectors: Floats) -> Floats:
    """Rows of length 1."""
    scaled: Floats = vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9)
    return scaled


def centred(vectors: Floats, languages: Sequence[str]) -> Floats:
    """Rows less the mean of their language, length 1: what a language sounds like is not what a text says."""
    names = np.array(languages)
    moved = vectors.copy()
    for name in set(languages):
        moved[names == name] -= vectors[names == name].mean(axis=0)
    return unit(moved)


def mean_matrix(rows: Sequence[Sequence[int]], weights: npt.NDArray[Any], prior: float) -> Any:
    """Sparse texts by words, so that the product with a table is what nlp.vectors computes."""
    sparse: Any = import_module("scipy.sparse")
    texts = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
    words = np.concatenate([np.array(row, dtype=np.int64) for row in rows])
    totals = np.bincount(texts, weights=weights[words], minlength=len(rows)) + prior
    data = (weights[words] / totals[texts]).astype(np.float32)
    return sparse.csr_matrix((data, (texts, words)), shape=(len(rows), len(weights)))


def pull_towards(means: Any, wanted: Floats, start: Floats, pull: float) -> Floats:
    """The table nearest to `start` whose means are nearest to `wanted`: ridge by conjugate gradients."""
    moved = np.zeros_like(start)
    left = means.T @ (wanted - means @ start)
    along, size = left.copy(), (left * left).sum(axis=0)
    for _ in range(STEPS):
        pushed = means.T @ (means @ along) + pull * along
        step = size / ((along * pushed).sum(axis=0) + 1e-12)
        moved += step * along
        left -= step * pushed
        before, size = size, (left * left).sum(axis=0)
        along = left + size / (before + 1e-12) * along
    table: Floats = start + moved
    return table


def fit_strengths(classifier: NicheClassifier, words: Floats, texts: Floats, means: Any) -> Floats:
    """Words by niches, 0 to 1. `words`, `texts`: centred vectors; `means`: mean_matrix of the texts over the words."""
    sums = means @ words
    turned = np.linalg.solve(sums.T @ sums + MAP_PULL * np.eye(sums.shape[1]), sums.T @ texts).astype(np.float32)
    inside = pull_towards(means, texts, words @ turned, VECTOR_PULL)
    start = (classifier.niches(words) + classifier.niches(inside)) ** STRENGTH_POWER
    wanted = classifier.niches(texts) ** STRENGTH_POWER
    guess = means @ start
    scaled = start * ((guess * wanted).sum() / (guess * guess).sum())
    fitted: Floats = np.maximum(pull_towards(means, wanted, scaled, STRENGTH_PULL), 0)
    strongest: Floats = fitted / fitted.max()
    return strongest
