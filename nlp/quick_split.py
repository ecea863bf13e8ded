"""A quick split of hashtags for reading: most likely words by frequency alone, in microseconds.

The careful splitter (nlp.hashtags) weighs pairs and features; it is exact more often and a hundred times slower.
"""

from functools import lru_cache

from nlp.folding import fold
from nlp.tag_words import LANGUAGES, TagWords, tag_words

_LONGEST_WORD = 16
_WORD_COST = 2.5
"""What one more word costs, in natural log."""
_LONGEST_UNKNOWN = 7
_LONGEST_TAG = 40
_REMEMBERED = 8_000


@lru_cache(maxsize=_REMEMBERED)
def quick_split(tag: str, language: str) -> tuple[str, ...]:
    """The words of a tag without its #, folded; one word when nothing is likelier."""
    plain = fold(tag)
    if not plain.isascii() or len(plain) > _LONGEST_TAG:
        return (plain,)
    return tuple(word for piece in plain.split("_") if piece for word in _likeliest(piece, language))


def _likeliest(text: str, language: str) -> list[str]:
    words = tag_words(language if language in LANGUAGES else "en")
    best = [0.0]
    starts = [0]
    for end in range(1, len(text) + 1):
        score, start = _best_end(text, end, best, words)
        best.append(score)
        starts.append(start)
    cut: list[str] = []
    end = len(text)
    while end:
        cut.append(text[starts[end] : end])
        end = starts[end]
    return cut[::-1]


def _best_end(text: str, end: int, best: list[float], words: TagWords) -> tuple[float, int]:
    known = words.shares.get
    top, place = best[0] + words.share(text[:end]), 0
    for start in range(max(0, end - _LONGEST_WORD), end):
        share = known(text[start:end])
        if share is None:
            if end - start > _LONGEST_UNKNOWN:
                continue
            share = words.share(text[start:end])
        score = best[start] + share - _WORD_COST
        if score > top:
            top, place = score, start
    return top, place
