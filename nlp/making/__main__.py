"""`python -m nlp.making FOLDER` makes nlp/data/niche-* anew; FOLDER keeps what was encoded (README.md)."""

import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from nlp.folding import fold
from nlp.making.choose_words import Word, choose_words
from nlp.making.encode_texts import Encoder, Vectors
from nlp.making.fit_niches import NicheClassifier, centred, fit_strengths, mean_matrix
from nlp.making.pack_niches import fold_words, pack, row_order
from nlp.making.read_terms import NOTHING, Term, read_terms
from nlp.making.write_corpus import BAGS, Bags, read_corpus, real_sentences, write_corpus
from nlp.taxonomy import load_taxonomy
from nlp.vectors import DATA
from nlp.word_table import WordRows

ROWS = 180_000
COMMON = 1e-4
"""Share of speech at which a word counts half."""

PRIOR = 1.0
RARE = 1e-7
"""Share of a term that the word lists do not know."""

EVERYDAY = 150
"""Words of each language, from the most frequent, that teach what says nothing."""


def with_terms(words: list[Word], terms: Sequence[Term]) -> list[Word]:
    """The words and the single-word terms that are not among them, in their language or as English."""
    known = {fold(word.text) for word in words}
    more = {fold(term.text): term for term in terms if " " not in term.text and len(fold(term.text)) > 1}
    return words + [Word(term.text, term.language or "en", RARE) for key, term in more.items() if key not in known]


def everyday(words: Sequence[Word]) -> list[Term]:
    """The most frequent words of each language, as terms for nothing."""
    ranked = sorted(words, key=lambda word: -word.share)
    languages = sorted({word.language for word in words})
    firsts = [[word for word in ranked if word.language == language][:EVERYDAY] for language in languages]
    return [Term(word.text, NOTHING, 1.0) for first in firsts for word in first]


def corpus(folder: Path, words: Sequence[Word], chances: Vectors, terms: Sequence[Term]) -> list[tuple[str, str]]:
    """The texts of an earlier run, else newly drawn ones."""
    path = folder / "corpus.tsv"
    if not path.exists():
        bags = Bags(words, chances, list(load_taxonomy().niches), terms)
        write_corpus(path, [*bags.draw(np.random.default_rng(7), BAGS), *real_sentences(folder)])
    return read_corpus(path)


def rows_of(words: Sequence[str], texts: Sequence[str]) -> list[list[int]]:
    """Each text as indices of `words`, cut as the product cuts it."""
    runs, others, hashes = row_order(words)
    order = runs + others
    rows = WordRows(hashes=np.array(hashes, dtype=np.uint64), run_words=[words[i] for i in runs])
    return [[order[row] for word in text.split() for row in rows.of(fold(word.strip(".,:;?!\"'()")))] for text in texts]


def main(folder: Path) -> None:
    """Encode, fit, write."""
    terms = read_terms()
    niches = list(load_taxonomy().niches)
    words = with_terms(choose_words(), terms)
    encoder = Encoder(folder / "encoded")
    vectors = encoder.encode([word.text for word in words])
    terms += everyday(words)
    classifier = NicheClassifier(terms, encoder.encode([term.text for term in terms]), niches, vectors.mean(axis=0))
    inner = centred(vectors, [word.language for word in words])
    folded, joined, shares = fold_words([w.text for w in words], inner, np.array([w.share for w in words]))
    pairs = corpus(folder, words, classifier.niches(inner), terms)
    texts = centred(encoder.encode([text for _, text in pairs]), [language for language, _ in pairs])
    weights = COMMON / (COMMON + shares)
    means = mean_matrix(rows_of(folded, [text for _, text in pairs]), weights, PRIOR)
    strengths = fit_strengths(classifier, joined.astype(np.float32), texts, means)
    keep = np.argsort(-(np.log(shares) + 6 * strengths.max(axis=1)), kind="stable")[:ROWS]
    kept = [folded[i] for i in keep]
    pack(DATA, words=kept, strengths=strengths[keep], weights=weights[keep], niches=niches, prior=PRIOR)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
