"""Sorts what a mask lets through and cuts one page out of it: rows without the value last, equal ones by age."""

import numpy as np

from server.storage.overview import CODES, FIGURES, STAMPS, Array, Overview

LAST = np.iinfo(np.int64).max


def is_sortable(overview: Overview, column: str) -> bool:
    """Whether the arrays know the order of a column."""
    return column == "id" or (column in (*CODES, *FIGURES, *STAMPS) and column not in overview.odd)


def cut_out(overview: Overview, mask: Array, column: str, offset: int, limit: int, *, descending: bool) -> list[int]:
    """The row numbers of one page, in order."""
    found = np.flatnonzero(mask)
    if descending:
        found = found[::-1]
    if column != "id":
        found = foremost(found, keys(overview, column, found, descending=descending), offset + limit)
    return [int(number) for number in overview["id"][found[offset : offset + limit]]]


def foremost(found: Array, ranks: Array, wanted: int) -> Array:
    """The first `wanted` rows by rank, equal ones as they stand."""
    if wanted < len(found):
        is_near = ranks <= np.partition(ranks, wanted - 1)[wanted - 1] if wanted else np.zeros(len(found), np.bool_)
        found, ranks = found[is_near], ranks[is_near]
    return found[np.argsort(ranks, kind="stable")]


def keys(overview: Overview, column: str, found: Array, *, descending: bool) -> Array:
    """What rises from the first row of the page order to the last; the unknown is highest either way."""
    values = overview[column][found]
    if column in FIGURES:
        return np.where(np.isnan(values), np.inf, -values if descending else values)
    ranks = alphabetic(overview, column)[values] if column in CODES else values
    return np.where(values < 0, LAST, -ranks if descending else ranks)


def alphabetic(overview: Overview, column: str) -> Array:
    """The place of each code's word in the database's order of words; one more place for the unknown."""
    words = sorted(overview.words[column], key=lambda word: word.encode("utf-8", "surrogateescape"))
    places = np.zeros(len(words) + 1, np.int64)
    for place, word in enumerate(words):
        places[overview.words[column][word]] = place
    return places
