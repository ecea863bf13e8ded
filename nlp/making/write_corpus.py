"""Texts to teach the table how words add up: bags of everyday and niche words in each language, and real sentences.

Bags are drawn at random: three to eight everyday words, mostly with one to three words or lexicon terms of one niche.
The real sentences are those of the paper on VADER (tweets, film and product reviews, leaders; MIT), from the source
package vaderSentiment 3.2.1, where the folder holds them. The file is written once and then kept.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from nlp.making.choose_words import Word
from nlp.making.read_terms import Term

SHARES = {"en": 0.24, "es": 0.22, "ja": 0.22}
"""Shares of the bags; the other languages share the rest."""

BAGS = 40_000
EVERYDAY = 8_000
SPEAKING = 0.03
"""Strength from which a word may be drawn for a niche."""

Floats = npt.NDArray[np.float32]


class Bags:
    """Draws bags of words. `strengths`: words by niches, a first guess."""

    def __init__(self, words: Sequence[Word], strengths: Floats, niches: Sequence[str], terms: Sequence[Term]) -> None:
        self._texts = np.array([word.text for word in words], dtype=object)
        self._shares = np.array([word.share for word in words])
        self._strengths = strengths
        self._niches = niches
        self._by_language = {
            language: np.flatnonzero([word.language == language for word in words])
            for language in sorted({word.language for word in words})
        }
        self._terms: dict[tuple[str, str], list[str]] = {}
        for term in terms:
            self._terms.setdefault((term.language, term.niche), []).append(term.text)

    def draw(self, random: np.random.Generator, count: int) -> Iterator[tuple[str, str]]:
        """Pairs of language and text."""
        languages = list(self._by_language)
        rest = (1 - sum(SHARES.values())) / (len(languages) - len(SHARES))
        chances = [SHARES.get(language, rest) for language in languages]
        for _ in range(count):
            language = str(random.choice(languages, p=chances))
            words = [*self._everyday(random, language), *self._niche_words(random, language)]
            random.shuffle(words)
            yield language, ("" if language in {"ja", "zh"} else " ").join(words)

    def _everyday(self, random: np.random.Generator, language: str) -> list[str]:
        places = self._by_language[language][:EVERYDAY]
        chances = self._shares[places] ** 0.75
        return list(self._texts[random.choice(places, random.integers(3, 9), p=chances / chances.sum())])

    def _niche_words(self, random: np.random.Generator, language: str) -> list[str]:
        if random.random() < 0.12:
            return []
        column = int(random.integers(len(self._niches)))
        terms = self._terms.get((language, self._niches[column]), [])
        places, chances = self._speaking(language, column)
        found = []
        for _ in range(int(random.integers(1, 4))):
            if terms and random.random() < 0.35:
                found.append(terms[int(random.integers(len(terms)))])
            elif len(places):
                found.append(self._texts[random.choice(places, p=chances)])
        return found

    def _speaking(self, language: str, column: int) -> tuple[npt.NDArray[np.int64], Floats]:
        places = self._by_language[language]
        places = places[self._strengths[places, column] > SPEAKING]
        chances = self._strengths[places, column] ** 1.5 * self._shares[places] ** 0.25
        return places, (chances / chances.sum()).astype(np.float64) if len(places) else chances


def real_sentences(folder: Path) -> Iterator[tuple[str, str]]:
    """English sentences of 15 to 220 characters out of the *_GroundTruth.txt files of a folder."""
    for path in sorted(folder.glob("*_GroundTruth.txt")):
        for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
            text = " ".join(line.split("\t")[-1].split())
            if 15 < len(text) < 220:
                yield "en", text


def read_corpus(path: Path) -> list[tuple[str, str]]:
    """Pairs of language and text."""
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return [(language, text) for text, language in rows]


def write_corpus(path: Path, pairs: Sequence[tuple[str, str]]) -> None:
    """One text a line, then a tab and its language."""
    path.write_text("".join(f"{text}\t{language}\n" for language, text in pairs), encoding="utf-8")
