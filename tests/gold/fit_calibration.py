"""Fits the weights of calibration.toml on labelled profiles and prints them with the figures they give.

usage: python -m tests.gold.fit_calibration PROFILES.jsonl LABELS.jsonl [PROFILES LABELS ...]
Logistic regression with a small ridge; weights of evidence are kept from falling below zero, so that more evidence
never lowers a score. Niches that a label file allows but does not demand are left out of the fit.
"""

import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from nlp.components.niche_scores import NicheScores
from nlp.niche_features import FEATURES, collect
from nlp.pipeline import build_reader
from tests.gold.annotate_gold import profile_text

Floats = npt.NDArray[np.float64]
MEANING_FLOOR = 2.5
"""Single posts, which labelled profiles hardly show, live on the meaning of words: it keeps at least this weight."""
RIDGE, STEPS, RATE = 0.003, 1500, 0.02


def rows(profiles: Path, labels: Path) -> list[tuple[str, list[float], int]]:
    """Profile id, features and 1, 0 or -1 (allowed) for every niche of every profile."""
    reader = build_reader()
    scorer = next(c for _, c in reader.components if isinstance(c, NicheScores))
    texts = {row["id"]: row for row in _lines(profiles)}
    found = []
    for label in _lines(labels):
        doc = reader.annotate(profile_text(texts[label["id"]]))
        shown = collect(doc._.hits, doc._.languages, doc._.place_hits)
        for niche, row in scorer.rows(doc._.sheet, shown).items():
            wanted = 1 if niche in label["niches"] else -1 if niche in label.get("niches_ok", []) else 0
            found.append((label["id"], [row.get(name, 0.0) for name in FEATURES], wanted))
    return found


def fit(x: Floats, y: Floats) -> tuple[float, Floats]:
    """Bias and weights by gradient descent (Adam), weights at least 0 and that of meaning at least its floor."""
    scale = x.std(axis=0) + 1e-6
    floor = np.array([MEANING_FLOOR if name == "meaning" else 0.0 for name in FEATURES]) * scale
    z = np.hstack([x / scale, np.ones((len(x), 1))])
    weights = np.append(floor, -4.0)
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        error = 1 / (1 + np.exp(-(z @ weights))) - y
        slope = z.T @ error / len(y) + RIDGE * np.append(weights[:-1] - floor, 0.0)
        first, second = 0.9 * first + 0.1 * slope, 0.999 * second + 0.001 * slope**2
        weights -= RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
        weights[:-1] = np.maximum(floor, weights[:-1])
    return float(weights[-1]), weights[:-1] / scale


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def main(arguments: list[str]) -> None:
    """Print the table."""
    data = [row for i in range(0, len(arguments), 2) for row in rows(Path(arguments[i]), Path(arguments[i + 1]))]
    kept = [row for row in data if row[2] >= 0]
    x, y = np.array([row[1] for row in kept]), np.array([row[2] for row in kept], dtype=float)
    bias, weights = fit(x, y)
    print(f"bias = {bias:.2f}")
    for name, weight in zip(FEATURES, weights, strict=True):
        print(f"{name} = {weight:.2f}")
    for threshold in (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6):
        print(f"# {threshold}: precision {{:.3f}} recall {{:.3f}}".format(*figures(data, bias, weights, threshold)))


def figures(data: list[tuple[str, list[float], int]], bias: float, weights: Floats, threshold: float) -> list[float]:
    """Precision and recall of at most three niches a profile from this threshold on; allowed ones count as right."""
    by_profile: dict[str, list[tuple[float, int]]] = defaultdict(list)
    for profile, row, wanted in data:
        if row[FEATURES.index("lead")]:
            by_profile[profile].append((1 / (1 + np.exp(-(np.array(row) @ weights + bias))), wanted))
    given = [w for pairs in by_profile.values() for s, w in sorted(pairs, reverse=True)[:3] if s >= threshold]
    wanted_in_all = sum(wanted == 1 for _, _, wanted in data)
    return [sum(w != 0 for w in given) / max(1, len(given)), sum(w == 1 for w in given) / wanted_in_all]


if __name__ == "__main__":
    main(sys.argv[1:])
