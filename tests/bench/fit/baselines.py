"""What others do: filter by niche, or compare the words of brand and profile."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from math import log, sqrt

from nlp.meaning import load_meaning
from nlp.reading import Reading
from server.domain.brand import Brand
from server.domain.profile import Profile

Vector = Mapping[str, float]


def niche_filter(brand: Brand, reading: Reading) -> float:
    """A category filter: the score of the best of the profile's niches that the brand names, else 0."""
    return max((niche.score for niche in reading.niches if niche.id in brand.niches), default=0.0)


def words_of(profile: Profile) -> str:
    """Everything that a profile says, as one text."""
    return "\n".join([profile.bio or "", *(post.caption or "" for post in profile.posts)])


def brand_words(brand: Brand) -> str:
    """Everything that a brand says, with its wishes as words, so that the text methods know what ours knows."""
    wishes = " ".join([*brand.niches, *brand.signals]).replace("-", " ")
    return "\n".join([brand.claim or "", brand.story or "", wishes])


def tf_idf(texts: Sequence[str]) -> Callable[[str], Vector]:
    """Turns a text into unit TF-IDF weights over the words of these texts."""
    frequency = Counter(word for text in texts for word in set(_words(text)))

    def vector(text: str) -> Vector:
        counts = Counter(_words(text))
        weights = {
            word: (1 + log(n)) * log(len(texts) / frequency[word]) for word, n in counts.items() if word in frequency
        }
        length = sqrt(sum(weight**2 for weight in weights.values())) or 1.0
        return {word: weight / length for word, weight in weights.items()}

    return vector


def meaning_of(text: str) -> Vector:
    """A unit vector of a text from the word rows that were made offline from a multilingual sentence encoder.

    No encoder is shipped or downloaded, so this stands in for one: 78 numbers a text, their mean taken out.
    """
    scores = load_meaning().niche_scores(_words(text))
    middle = sum(scores.values()) / max(1, len(scores))
    length = sqrt(sum((score - middle) ** 2 for score in scores.values())) or 1.0
    return {id_: (score - middle) / length for id_, score in scores.items()}


def cosine(one: Vector, other: Vector) -> float:
    """Likeness of two unit vectors."""
    return sum(weight * other.get(word, 0.0) for word, weight in one.items())


def _words(text: str) -> list[str]:
    return [word.removesuffix("s") for word in re.findall(r"\w{3,}", text.lower())]
