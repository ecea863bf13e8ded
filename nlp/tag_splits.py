"""Ways to split a hashtag: the likeliest by word frequency, and what speaks for and against each."""

import re
from heapq import nlargest
from itertools import accumulate

from nlp.tag_words import TagWords

LONGEST_WORD, LONGEST_UNKNOWN = 22, 12
KEPT = 5
"""How many splits of each beginning are kept."""

WORD_COST, CASE_GAIN, CASE_CROSSED, CASE_IGNORED = -2.2, 4.0, -3.0, -1.0
_CASE = re.compile(
    r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[A-Za-z])(?=[0-9])|(?<=[0-9])(?=[A-Za-z])|(?=_)|(?<=_)"
)


Split = tuple[float, tuple[int, ...]]
"""The log share of a split while searching, and where its words start."""


def case_bounds(tag: str) -> frozenset[int]:
    """Offsets inside the tag where its case, digits or underscores mark a new word."""
    return frozenset(found.start() for found in _CASE.finditer(tag) if 0 < found.start() < len(tag))


def likely_splits(plain: str, bounds: frozenset[int], words: TagWords) -> list[tuple[int, ...]]:
    """Where the words start in the likeliest splits of a tag in plain letters; the unsplit tag is always among them."""
    passed = list(accumulate(place in bounds for place in range(len(plain) + 1)))
    best: list[list[Split]] = [[(0.0, ())]]
    for end in range(1, len(plain) + 1):
        ways: list[Split] = []
        for start, share in _words_before(plain, end, bounds, words):
            if share is None:
                before, share = best[start][:1], words.share(plain[start:end])
            else:
                before = best[start]
            share += CASE_CROSSED * (passed[end - 1] - passed[start])
            ways += [(so_far + share, (*starts, start)) for so_far, starts in before]
        case = WORD_COST + (CASE_GAIN if end in bounds else CASE_IGNORED if bounds else 0.0)
        kept = nlargest(KEPT, ways) if len(ways) > KEPT else ways
        best.append([(share + case, starts) for share, starts in kept])
    return list(dict.fromkeys([*(starts for _, starts in best[-1]), (0,)]))


def _words_before(plain: str, end: int, bounds: frozenset[int], words: TagWords) -> list[tuple[int, float | None]]:
    """Where a word that ends at `end` may start, with its log share; None: an unknown word, which must stand at an end
    of the tag or where its case changes, and follows only the best split.
    """
    shares = words.shares
    first = max(0, end - LONGEST_WORD)
    known: list[tuple[int, float | None]] = [
        (start, shares[plain[start:end]]) for start in range(first, end) if plain[start:end] in shares
    ]
    taken = {start for start, _ in known}
    shortest = max(0, end - LONGEST_UNKNOWN)
    free = range(shortest, end) if end == len(plain) or end in bounds else sorted({0, *bounds})
    return known + [(start, None) for start in free if shortest <= start < end and start not in taken]
