"""Ids and labels of the taxonomy as the tables of scoring need them: by id, and refused when unknown."""

from collections.abc import Mapping
from functools import cache

from nlp import taxonomy
from nlp.taxonomy import Entry
from server.domain.errors import DataFault


@cache
def load_taxonomy() -> Mapping[str, Entry]:
    """Every entry by id, niches first. Raises DataFault when the file is missing or lacks a column."""
    try:
        known = taxonomy.load_taxonomy()
    except (OSError, KeyError) as error:
        raise DataFault(f"taxonomy.csv cannot be used: {error}", action="Install Seedlist again.") from error
    return {**known.niches, **known.signals}


def label_of(id_: str) -> str:
    """The label that a person reads; the id itself when the taxonomy does not know it."""
    entry = load_taxonomy().get(id_)
    return entry.label if entry else id_


def known_id(id_: str, file: str, *facets: str) -> str:
    """`id_` itself; raises DataFault when it is not in the taxonomy or not of one of `facets`."""
    entry = load_taxonomy().get(id_)
    if entry is None or (facets and entry.facet not in facets):
        raise DataFault(f"{file}: {id_} is not in the taxonomy", action="Use an id of nlp/lexicons/taxonomy.csv.")
    return id_
