"""`seedlist annotate` keeps order and ids, and answers a bad line in its place."""

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from server.cli import main
from server.commands import annotate
from tests.bench.scale_profiles import short_profiles

ROOT = Path(__file__).parents[3]

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


def many(folder: Path) -> Path:
    """A file of two chunks with one bad line."""
    path = folder / "many.jsonl"
    lines = [json.dumps(LINES[0] | {"id": f"p{number}"}) for number in range(230)]
    path.write_text("\n".join([*lines[:217], "{bad", *lines[217:]]) + "\n")
    return path


def test_two_processes_write_the_same_bytes_as_one_and_name_the_bad_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["annotate", str(many(tmp_path)), "--at", "2026-11-22T12:00:00"]
    for workers in ("1", "2"):
        assert main([*words, "-o", str(tmp_path / f"{workers}.jsonl"), "--workers", workers]) == 0
    assert (tmp_path / "1.jsonl").read_bytes() == (tmp_path / "2.jsonl").read_bytes()
    assert {path.name for path in tmp_path.iterdir()} == {"many.jsonl", "1.jsonl", "2.jsonl"}
    said = capsys.readouterr().err
    assert "line 218: This is not valid JSON" in said
    assert "231 profiles, 1 refused" in said


def test_ages_are_counted_from_the_moment_that_was_asked_for(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    post = {"caption": "mug", "likes": 3, "published_at": "2026-11-01T00:00:00Z"}
    (tmp_path / "in.jsonl").write_text(json.dumps({"platform": "instagram", "followers": 100, "posts": [post] * 5}))
    for day, since in (("2026-11-03", 2.0), ("2026-11-05", 4.0)):
        assert main(["annotate", str(tmp_path / "in.jsonl"), "--at", f"{day}T00:00:00Z"]) == 0
        assert json.loads(capsysbinary.readouterr().out)["engagement"]["last_post_days"] == since


def test_a_table_goes_in_and_out(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("id,platform,followers,bio\nx,instagram,3120,ceramics studio\n")
    assert main(["annotate", str(tmp_path / "in.csv"), "-o", str(tmp_path / "out.csv")]) == 0
    head, row = (tmp_path / "out.csv").read_text("utf-8-sig").splitlines()
    assert head.startswith("id,platform,handle,tier,tier_label")
    assert row.startswith("x,instagram,,micro,micro · nano,True,3120")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["in.dat"], "does not end in"),
        (["-", "-o", "out.xyz"], "does not end in"),
        (["-", "--workers", "0"], "number from 1"),
        (["-", "--at", "yesterday"], "not a time"),
        (["-", "--workers", "2", "--dask", "tcp://127.0.0.1:9"], "not allowed with"),
        ([__file__, "-o", __file__, "--from", "jsonl", "--to", "jsonl"], "same file"),
        (["-", "-o", "no-such-folder/out.jsonl"], "There is no folder"),
        (["-", "--brand", "none.json"], "cannot be read"),
    ],
)
def test_wrong_words_are_told_before_anything_is_loaded(
    words: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        code = main(["annotate", *words])
    except SystemExit as left:
        code = left.code
    assert code in (1, 2)
    assert told in capsys.readouterr().err


def test_the_help_shows_whole_commands(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["annotate", "--help"])
    assert "seedlist annotate people.csv -o found.parquet" in capsys.readouterr().out


def test_an_interruption_is_told_with_how_to_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(annotate, "kept", interrupted)
    assert main(["annotate", str(many(tmp_path)), "-o", str(tmp_path / "out.jsonl")]) == 130
    assert "the same command goes on from here" in capsys.readouterr().err


def test_a_run_that_was_killed_goes_on_without_doing_work_twice(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, output = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_bytes(b"".join(short_profiles(2_000)))
    words = ["annotate", str(source), "-o", str(output), "--workers", "2", "--at", "2026-11-22T12:00:00"]
    run = subprocess.Popen([sys.executable, "-m", "server", *words], cwd=ROOT)
    while run.poll() is None and not list(tmp_path.glob("out.jsonl.parts/*.part")):
        time.sleep(0.01)
    run.kill()
    run.wait()
    assert not output.exists()
    source.write_bytes(source.read_bytes()[: source.read_bytes().index(b"s450") - 8])  # the rest is needless here
    assert main(words) == 0
    assert ", 200 of them done before" in (said := capsys.readouterr().err) or ", 400 of them done before" in said
    assert [json.loads(line)["id"] for line in output.read_text().splitlines()] == [f"s{n}" for n in range(450)]
