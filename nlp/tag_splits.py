"""Ways to split a hashtag: the likeliest by word frequency, and what speaks for and against each."""

import re
from heapq import nlargest
from itertools import accumulate
from typing import NamedTuple

from nlp.tag_words import TagWords

LONGEST_WORD, LONGEST_UNKNOWN = 22, 12
KEPT = 6
"""How many splits of each beginning are kept."""

WORD_COST, CASE_GAIN, CASE_CROSSED, CASE_IGNORED = -2.2, 4.0, -3.0, -1.0
_CASE = re.compile(
    r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[A-Za-z])(?=[0-9])|(?<=[0-9])(?=[A-Za-z])|(?=_)|(?<=_)"
)


class Split(NamedTuple):
    """Where the words of a split start, and its log share while searching."""

    share: float
    starts: tuple[int, ...]


def case_bounds(tag: str) -> frozenset[int]:
    """Offsets inside the tag where its case, digits or underscores mark a new word."""
    return frozenset(found.start() for found in _CASE.finditer(tag) if 0 < found.start() < len(tag))


def likely_splits(plain: str, bounds: frozenset[int], words: TagWords) -> list[Split]:
    """The likeliest splits of a tag in plain letters, best first; the unsplit tag is always among them."""
    passed = list(accumulate(place in bounds for place in range(len(plain) + 1)))
    best: list[list[Split]] = [[Split(0.0, ())]]
    for end in range(1, len(plain) + 1):
        ways: list[Split] = []
        for start in range(max(0, end - LONGEST_WORD), end):
            before, share = _before(plain[start:end], best[start], words)
            if before:
                share += CASE_CROSSED * (passed[end - 1] - passed[start])
                ways += [Split(so_far + share, (*starts, start)) for so_far, starts in before]
        case = CASE_GAIN if end in bounds else CASE_IGNORED if bounds else 0.0
        best.append([Split(share + WORD_COST + case, starts) for share, starts in nlargest(KEPT, ways)])
    whole = (0,)
    splits = best[-1]
    return splits if any(way.starts == whole for way in splits) else [*splits, Split(words.share(plain), whole)]


def _before(word: str, splits: list[Split], words: TagWords) -> tuple[list[Split], float]:
    """The splits that a word may follow, and its log share: an unknown word follows only the best one."""
    known = words.shares.get(word)
    if known is not None:
        return splits, known
    if len(word) > LONGEST_UNKNOWN:
        return [], 0.0
    return splits[:1], words.share(word)
