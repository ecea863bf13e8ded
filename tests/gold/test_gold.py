"""The invented profiles are well formed, and the reader stays above the floor it has once reached."""

from collections import Counter

import pytest

from nlp.pipeline import build_reader
from nlp.reading import POST_CLASSES
from nlp.taxonomy import load_taxonomy
from tests.gold.figures import figures, inexact_evidence
from tests.gold.floor import below, raised, read_floor, write_floor
from tests.gold.gold_set import Answer, load_cases, read_cases, read_lines

PROFILES, LABELS = read_lines("profiles.jsonl"), read_lines("labels.jsonl")
TEXTS = {row["id"]: [row["bio"], *row["captions"]] for row in PROFILES}


@pytest.fixture(scope="module")
def answers() -> list[Answer]:
    return read_cases(build_reader(), load_cases())


def test_profiles_and_labels_come_in_the_same_order():
    ids = [row["id"] for row in PROFILES]
    assert ids == [row["id"] for row in LABELS]
    assert len(ids) == len(set(ids)) >= 300


def test_no_two_profiles_share_their_text():
    repeated = [text for text, times in Counter(map(str, TEXTS.values())).items() if times > 1]
    assert not repeated


def test_labels_are_ids_of_the_taxonomy():
    taxonomy = load_taxonomy()
    assert {name for row in LABELS for name in row["niches"] + row["niches_ok"]} <= set(taxonomy.niches)
    assert {name for row in LABELS for name in row["signals"] + row["signals_ok"]} <= set(taxonomy.signals)


def test_no_profile_has_more_than_three_niches_or_a_label_twice():
    assert not [row["id"] for row in LABELS if len(row["niches"]) > 3]
    labels = {row["id"]: row["niches"] + row["niches_ok"] + row["signals"] + row["signals_ok"] for row in LABELS}
    assert not [name for name, given in labels.items() if len(given) != len(set(given))]


def test_every_label_that_must_be_found_has_evidence():
    assert not [row["id"] for row in LABELS if not {*row["niches"], *row["signals"]} <= set(row["evidence"])]


def test_evidence_is_an_exact_part_of_the_text():
    pieces = [(row["id"], words) for row in LABELS for words in row["evidence"].values()]
    assert not [piece for piece in pieces if not piece[1] or not any(piece[1] in text for text in TEXTS[piece[0]])]


def test_each_caption_has_one_class_that_it_also_allows():
    for profile, label in zip(PROFILES, LABELS, strict=True):
        assert len(profile["captions"]) == len(label["posts"]) == len(label["posts_ok"]) <= 6, label["id"]
        for wanted, allowed in zip(label["posts"], label["posts_ok"], strict=True):
            assert wanted in allowed, label["id"]
            assert set(allowed) <= set(POST_CLASSES), label["id"]


def test_every_niche_is_the_main_one_of_at_least_three_profiles():
    counts = Counter(label["niches"][0] for label in LABELS if label["niches"])
    assert not [niche for niche in load_taxonomy().niches if counts[niche] < 3]


def test_every_signal_and_every_class_of_posts_occurs():
    assert {signal for label in LABELS for signal in label["signals"]} == set(load_taxonomy().signals)
    assert {kind for label in LABELS for kind in label["posts"]} == set(POST_CLASSES)


def test_enough_profiles_say_nothing():
    assert sum(case.is_silent for case in load_cases()) >= 40


def test_the_floor_names_exactly_the_figures_that_are_measured(answers):
    assert set(read_floor()) == set(figures(answers)), "run python -m tests.gold.report --raise-floor"


def test_no_figure_falls_below_its_floor(answers):
    assert not below(read_floor(), figures(answers)), "see python -m tests.gold.report --misses 50"


def test_all_evidence_is_the_text_it_points_at(answers):
    assert inexact_evidence(answers) == 0


def test_a_floor_rises_and_never_sinks():
    floor = {"better": 0.5, "worse": 0.9, "unmeasured": 0.4}
    after = raised(floor, {"better": 0.8, "worse": 0.6, "unmeasured": None, "new": 0.7})
    assert after == {"better": 0.79, "worse": 0.9, "unmeasured": 0.4, "new": 0.69}


def test_a_figure_below_its_floor_is_named():
    assert below({"low": 0.9, "high": 0.5, "gone": 0.1}, {"low": 0.8, "high": 0.6}) == {
        "low": (0.8, 0.9),
        "gone": (None, 0.1),
    }


def test_a_written_floor_is_read_back(tmp_path):
    write_floor({"niches_recall": 0.712}, tmp_path / "floor.toml")
    assert read_floor(tmp_path / "floor.toml") == {"niches_recall": 0.712}
