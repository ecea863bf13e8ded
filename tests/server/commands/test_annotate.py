"""`seedlist annotate` keeps order and ids, and answers a bad line in its place."""

import json
from pathlib import Path

import pytest

from server.cli import main

LINES = [
    {"id": "a", "platform": "instagram", "followers": 3120, "bio": "ceramics studio", "captions": ["new mug", ""]},
    {"id": "b", "platform": "myspace"},
    {"id": 7, "platform": "tiktok", "followers": {"value": 1_000_000, "exact": False}},
    {"id": "d", "platform": "instagram", "folowers": 3},
]


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> list[dict]:
    folder = tmp_path_factory.mktemp("annotate")
    brand = folder / "brand.json"
    brand.write_text(json.dumps({"name": "Harrow Fenn", "niches": {"ceramics": 1.0}}))
    source = folder / "in.jsonl"
    source.write_text("\n".join([*map(json.dumps, LINES), "{not json", ""]) + "\n")
    words = ["annotate", str(source), "-o", str(folder / "out.jsonl"), "--brand", str(brand), "--scores"]
    assert main(words) == 0
    return [json.loads(line) for line in (folder / "out.jsonl").read_text().splitlines()]


def test_every_line_is_answered_in_order(answers: list[dict]) -> None:
    assert [answer["id"] for answer in answers] == ["a", "b", "7", "d", None]


def test_a_good_line_has_the_contract_s_keys(answers: list[dict]) -> None:
    assert answers[0]["tier"] == {
        "id": "micro", "nested": "nano", "label": "micro · nano", "followers": 3120, "certain": True,
    }  # fmt: skip
    assert len(answers[0]["posts"]) == 2
    assert answers[0]["fit"]["brand"] == "Harrow Fenn"
    assert answers[0]["niche_scores"]["ceramics"] > 0.5


def test_a_rounded_million_is_not_certain(answers: list[dict]) -> None:
    assert answers[2]["tier"]["certain"] is False


def test_bad_lines_name_the_field(answers: list[dict]) -> None:
    assert [answers[n]["error"]["field"] for n in (1, 3)] == ["platform", "folowers"]
    assert "JSON" in answers[4]["error"]["message"]


def test_a_missing_file_is_said_plainly(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["annotate", "not-there.jsonl"]) == 1
    assert "cannot be read" in capsys.readouterr().err


def test_an_unfinished_output_does_not_take_the_name(tmp_path: Path) -> None:
    assert main(["annotate", str(tmp_path / "none.jsonl"), "-o", str(tmp_path / "out.jsonl")]) == 1
    assert list(tmp_path.iterdir()) == []
