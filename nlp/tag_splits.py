"""Ways to split a hashtag: the likeliest by word frequency, and what speaks for and against each."""

import re

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
    best: list[list[Split]] = [[(0.0, ())]]
    for end in range(1, len(plain) + 1):
        case = WORD_COST + (CASE_GAIN if end in bounds else CASE_IGNORED if bounds else 0.0)
        ways = _ways_to(plain, end, best, bounds, words, case)
        ways.sort(reverse=True)
        best.append(ways[:KEPT])
    return list(dict.fromkeys([*(starts for _, starts in best[-1]), (0,)]))


def _ways_to(
    plain: str, end: int, best: list[list[Split]], bounds: frozenset[int], words: TagWords, case: float
) -> list[Split]:
    """The splits up to `end`. An unknown word stands at an end of the tag or where its case changes, and follows only
    the best split before it.
    """
    known, ways = words.shares.get, []
    at_edge = end == len(plain) or end in bounds
    for start in range(max(0, end - LONGEST_WORD), end):
        before, share = best[start], known(plain[start:end])
        if share is None:
            if end - start > LONGEST_UNKNOWN or not (at_edge or start == 0 or start in bounds):
                continue
            before, share = before[:1], words.share(plain[start:end])
        share += case + (CASE_CROSSED * sum(start < bound < end for bound in bounds) if bounds else 0.0)
        ways += [(so_far + share, (*starts, start)) for so_far, starts in before]
    return ways
