"""The ids, groups and labels of niches and signals, read once from the shared taxonomy."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from server.domain.errors import DataFault


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """A row of the taxonomy; `group` is "" outside of niches."""

    id: str
    facet: str
    group: str
    label: str


@cache
def load_taxonomy() -> Mapping[str, Entry]:
    """Every entry by id. Raises DataFault when the file is missing or lacks a column."""
    path = files("nlp").joinpath("lexicons", "taxonomy.csv")
    try:
        rows = list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))
        return {row["id"]: _entry(row) for row in rows}
    except (OSError, KeyError) as error:
        raise DataFault(f"taxonomy.csv cannot be used: {error}", action="Install Seedlist again.") from error


def _entry(row: Mapping[str, str]) -> Entry:
    return Entry(id=row["id"], facet=row["facet"], group=row["group"], label=row["label"])


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
