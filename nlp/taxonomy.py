"""The ids of niches and signals with their labels, read from `lexicons/taxonomy.csv`."""

import csv
import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

PATH = Path(__file__).parent / "lexicons" / "taxonomy.csv"


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One id: its facet (niche, aesthetic, scene, craft, value, format), group, label and what counts."""

    id: str
    facet: str
    group: str
    label: str
    counts: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Taxonomy:
    """All ids in the order of the file; niches and signals apart."""

    niches: Mapping[str, Entry]
    signals: Mapping[str, Entry]

    def label(self, item: str) -> str:
        """The label of an id; the id itself when it is not known (any more)."""
        entry = self.niches.get(item) or self.signals.get(item)
        return entry.label if entry else item

    def nearest(self, word: str, field: str = "niches") -> list[str]:
        """Up to three ids that look most like `word`, for a helpful refusal."""
        ids = list(self.niches if field == "niches" else self.signals)
        return difflib.get_close_matches(word, ids, n=3, cutoff=0.3) or ids[:3]


@cache
def load_taxonomy() -> Taxonomy:
    """The taxonomy; the file ships with the package and is read once."""
    with PATH.open(encoding="utf-8", newline="") as lines:
        entries = [_entry(row) for row in csv.DictReader(lines)]
    return Taxonomy(
        niches={e.id: e for e in entries if e.facet == "niche"},
        signals={e.id: e for e in entries if e.facet != "niche"},
    )


def _entry(row: Mapping[str, str]) -> Entry:
    return Entry(
        id=row["id"], facet=row["facet"], group=row["group"] or "", label=row["label"], counts=row["what counts"]
    )
