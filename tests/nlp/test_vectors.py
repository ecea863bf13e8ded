"""The niche table: exact words, stems, halves and runs without spaces speak for the right niches."""

from pathlib import Path

import numpy as np
import pytest

from nlp.making.pack_niches import fold_words, pack
from nlp.taxonomy import load_taxonomy
from nlp.vectors import WordVectors
from nlp.word_table import is_run

WORDS = ["kiln", "marathon", "陶芸", "陶芸教室", "マラソン", "and", "keramik", "werkstatt"]
STRENGTHS = np.array([[1, 0], [0, 1], [0.9, 0], [1, 0], [0, 0.8], [0, 0], [0.7, 0], [0.1, 0.1]], dtype=float)
WEIGHTS = np.array([1, 1, 1, 1, 1, 0.01, 1, 1], dtype=float)


@pytest.fixture
def small(tmp_path: Path) -> WordVectors:
    pack(tmp_path, words=WORDS, strengths=STRENGTHS, weights=WEIGHTS, niches=["ceramics", "running"], prior=1.0)
    return WordVectors.load(tmp_path)


@pytest.fixture(scope="module")
def shipped() -> WordVectors:
    return WordVectors.load()


def best(scores: dict[str, float]) -> str:
    return max(scores, key=lambda niche: scores[niche])


def test_a_text_of_unknown_words_scores_nothing(small: WordVectors) -> None:
    assert small.niche_scores(["qqq", "zz"]) == {}
    assert small.niche_scores([]) == {}


def test_a_word_speaks_for_its_niche_within_the_steps_of_the_table(small: WordVectors) -> None:
    assert small.word_niches("kiln") == pytest.approx({"ceramics": 1.0}, abs=0.02)
    assert small.word_niches("keramik") == pytest.approx({"ceramics": 0.7}, abs=0.02)


def test_a_frequent_word_hardly_dilutes_a_text(small: WordVectors) -> None:
    alone = small.niche_scores(["kiln"])["ceramics"]
    among = small.niche_scores(["and", "kiln", "and"])["ceramics"]
    assert among == pytest.approx(alone, rel=0.03)


def test_an_unseen_form_is_read_by_its_stem(small: WordVectors) -> None:
    assert small.word_niches("marathons") == small.word_niches("marathon")


def test_an_unseen_compound_is_read_by_its_halves(small: WordVectors) -> None:
    assert small.niche_scores(["keramikwerkstatt"])["ceramics"] > small.niche_scores(["werkstatt"])["ceramics"]


def test_a_run_is_cut_at_the_longest_known_word(small: WordVectors) -> None:
    assert small.niche_scores(["陶芸教室"]) == small.niche_scores(["の陶芸教室"])
    assert small.niche_scores(["陶芸マラソン"])["running"] > 0.2


def test_reading_twice_gives_the_same_scores(small: WordVectors) -> None:
    words = ["kiln", "マラソン", "marathons"]
    assert small.niche_scores(words) == small.niche_scores(words)


def test_words_of_one_folded_spelling_are_joined_by_their_share_of_speech() -> None:
    words, strengths, shares = fold_words(["papá", "papa"], np.array([[1.0], [0.0]]), np.array([3.0, 1.0]))
    assert words == ["papa"]
    assert strengths.tolist() == [[0.75]]
    assert shares.tolist() == [4.0]


def test_only_whole_runs_count_as_run_words() -> None:
    assert is_run("陶芸")
    assert not is_run("jリーグ")
    assert not is_run("pottery")


def test_the_shipped_table_has_a_column_for_every_niche_of_the_taxonomy(shipped: WordVectors) -> None:
    niches = set(load_taxonomy().niches)
    assert set(shipped.niches) == niches, "rebuild the niche table: see nlp/making/README.md"


@pytest.mark.parametrize(
    ("words", "niche"),
    [
        (["glazing", "new", "mugs", "before", "the", "kiln", "firing"], "ceramics"),
        (["sortie", "longue", "avant", "le", "marathon"], "running"),
        (["今日のラーメン屋さん"], "eating-out"),
        (["jugando", "fortnite", "con", "amigos"], "gaming"),
        (["قهوه"], "coffee-drinks"),
    ],
)
def test_the_shipped_table_reads_texts_of_many_languages(shipped: WordVectors, words: list[str], niche: str) -> None:
    assert best(dict(shipped.niche_scores(words))) == niche


def test_an_everyday_word_speaks_for_no_niche(shipped: WordVectors) -> None:
    assert shipped.word_niches("the") == {}
    assert shipped.word_niches("porque") == {}
