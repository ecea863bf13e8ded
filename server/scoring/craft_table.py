"""The crafts of the taxonomy, how much each says and where it is at home."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from server.scoring.table_rows import Row, read_table
from server.scoring.taxonomy import known_id, load_taxonomy


@dataclass(frozen=True, kw_only=True, slots=True)
class Craft:
    """`strength` 0 to 1: how much the word says that a person is known for doing; `niches` where it is at home."""

    strength: float
    niches: frozenset[str]

    def is_home_in(self, niches: Iterable[str]) -> bool:
        """Whether any of the niches is one where this craft is at home."""
        return not self.niches.isdisjoint(niches)


@cache
def load_crafts() -> Mapping[str, Craft]:
    """crafts.toml, one row for each craft of the taxonomy. Raises DataFault when one is missing or wrong."""
    table = read_table("crafts")
    crafts = {known_id(name, table.file, "craft"): _craft(row) for name, row in table.rows()}
    missing = {id_ for id_, entry in load_taxonomy().items() if entry.facet == "craft"} - set(crafts)
    if missing:
        raise table.fault(f"add a row for {', '.join(sorted(missing))}")
    return crafts


def _craft(row: Row) -> Craft:
    row.allow("strength", "groups", "niches")
    groups = set(row.texts("groups"))
    of_groups = {entry.id for entry in load_taxonomy().values() if entry.group and entry.group in groups}
    named = {known_id(name, row.file, "niche") for name in row.texts("niches")}
    return Craft(strength=row.number("strength", high=1), niches=frozenset(of_groups | named))
