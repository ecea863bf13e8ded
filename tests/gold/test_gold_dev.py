"""Where labelled real profiles lie beside the repository, the reader stays above a floor that only rises."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from nlp.pipeline import build_reader
from tests.gold.annotate_gold import annotate

GOLD = Path(__file__).resolve().parents[3] / "shared" / "gold"
FLOORS = {"niches": (0.84, 0.74), "signals": (0.86, 0.80)}
POSTS, LANGUAGE, MAIN = 0.84, 0.95, 0.78


@pytest.mark.skipif(not GOLD.exists(), reason="the labelled profiles (../shared/gold) are not on this machine")
def test_the_reader_agrees_with_people(tmp_path):
    answers = tmp_path / "annotations.jsonl"
    rows = annotate(GOLD / "profiles.jsonl", build_reader())
    answers.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    command = [sys.executable, GOLD / "evaluate.py", GOLD / "profiles.jsonl", GOLD / "labels.jsonl", answers]
    report = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    for facet, (precision, recall) in FLOORS.items():
        assert report[facet]["precision"] >= precision, report[facet]
        assert report[facet]["recall"] >= recall, report[facet]
    assert report["main niche found"] >= MAIN
    assert report["posts"]["right"] >= POSTS
    assert report["main language right"] >= LANGUAGE
    assert report["evidence"]["missing or inexact"] == 0
