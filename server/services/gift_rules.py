"""The table of gift_rules.toml: when a gift is worth a second look."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from server.domain.errors import DataFault

FILE = Path(__file__).with_suffix(".toml")
KEYS = {"often": {"most", "days"}, "paid_work": {"words"}}


@dataclass(frozen=True, kw_only=True, slots=True)
class GiftRules:
    """More than `most` gifts in `days`, or one of `words` (lower case) in a bio."""

    most: int
    days: int
    words: tuple[str, ...]


@cache
def load_gift_rules(file: Path = FILE) -> GiftRules:
    """Raises DataFault for an unknown or missing key."""
    table = tomllib.loads(file.read_text("utf-8"))
    if {name: set(row) for name, row in table.items()} != KEYS:
        raise DataFault(f"{file.name} has other keys than {KEYS}.", action="Mend the table.")
    words = tuple(word.casefold() for word in table["paid_work"]["words"])
    return GiftRules(most=table["often"]["most"], days=table["often"]["days"], words=words)
