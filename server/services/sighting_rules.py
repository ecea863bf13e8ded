"""The table of compare_sighting.toml: from which difference on a sighting tells of a change."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from server.domain.errors import DataFault

FILE = Path(__file__).with_name("compare_sighting.toml")
KEYS = {"least": {"followers", "engagement", "load", "fit"}, "most": {"bio_words"}}


@dataclass(frozen=True, kw_only=True, slots=True)
class SightingRules:
    """`followers` and `engagement` are shares of the value before, `load` and `fit` differences."""

    followers: float
    engagement: float
    load: float
    fit: float
    bio_words: int


@cache
def load_sighting_rules(file: Path = FILE) -> SightingRules:
    """Raises DataFault for an unknown or missing key."""
    table = tomllib.loads(file.read_text("utf-8"))
    if {name: set(row) for name, row in table.items()} != KEYS:
        raise DataFault(f"{file.name} has other keys than {KEYS}.", action="Mend the table.")
    return SightingRules(**table["least"], **table["most"])
