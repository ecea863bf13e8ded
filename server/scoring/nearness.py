"""How near two niches or two signals are, from hand-written tables."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from server.scoring.table_rows import Row, read_table
from server.scoring.taxonomy import known_id, load_taxonomy

SECTIONS = {"aesthetics": "aesthetic", "scenes": "scene", "crafts": "craft", "values": "value", "formats": "format"}
SIGNAL_FACETS = tuple(SECTIONS.values())


@dataclass(frozen=True, kw_only=True, slots=True)
class Nearness:
    """`near[a][b]` is 0 to 1 and the same both ways round; absent is 0. `commonness` discounts what many show."""

    near: Mapping[str, Mapping[str, float]]
    commonness: Mapping[str, float]

    def between(self, one: str, other: str) -> float:
        """1 for the same id, the table's number for a pair, else 0."""
        return 1.0 if one == other else self.near.get(one, {}).get(other, 0.0)

    def telling(self, id_: str) -> float:
        """How much a match on this id tells: 1, less for what very many accounts show."""
        return self.commonness.get(id_, 1.0)


@cache
def load_niche_nearness() -> Nearness:
    """nearness.toml with its groups spread out. Raises DataFault where an id or a number is wrong."""
    table = read_table("nearness").allow("commonness", "groups", "pairs")
    near = _group_pairs(table.row("groups"))
    _add_pairs(near, table, "niche")
    return Nearness(near=near, commonness=_commonness(table, "niche"))


@cache
def load_signal_nearness() -> Nearness:
    """signal_nearness.toml. Raises DataFault where an id or a number is wrong."""
    table = read_table("signal_nearness").allow("commonness", "pairs")
    near: dict[str, dict[str, float]] = {}
    _add_pairs(near, table, *SIGNAL_FACETS)
    return Nearness(near=near, commonness=_commonness(table, *SIGNAL_FACETS))


@cache
def load_bridges() -> Mapping[str, Mapping[str, float]]:
    """bridges.toml as wish to what shows for it: wished niches to signals in full, wished signals to niches in part.

    Raises DataFault where a row is wrong.
    """
    table = read_table("bridges").allow("rules", *SECTIONS)
    back = table.row("rules").allow("back").number("back", high=1)
    found: dict[str, dict[str, float]] = {}
    for section, facet in SECTIONS.items():
        for signal, row in table.row(section).rows():
            known_id(signal, table.file, facet)
            for niche, value in row.numbers(high=1).items():
                found.setdefault(signal, {})[known_id(niche, table.file, "niche")] = value * back
                found.setdefault(niche, {})[signal] = value
    return found


def _group_pairs(groups: Row) -> dict[str, dict[str, float]]:
    values = groups.numbers(high=1)
    niches = [entry for entry in load_taxonomy().values() if entry.facet == "niche"]
    missing = {entry.group for entry in niches} ^ set(values)
    if missing:
        raise groups.fault(f"needs one row for each group of the taxonomy; look at {', '.join(sorted(missing))}")
    return {
        one.id: {other.id: values[one.group] for other in niches if other.group == one.group and other is not one}
        for one in niches
    }


def _add_pairs(near: dict[str, dict[str, float]], table: Row, *facets: str) -> None:
    for one, row in table.row("pairs").rows():
        known_id(one, table.file, *facets)
        for other, value in row.numbers(high=1).items():
            known_id(other, table.file, *facets)
            _refuse_double(table, one, other)
            near.setdefault(one, {})[other] = value
            near.setdefault(other, {})[one] = value


def _refuse_double(table: Row, one: str, other: str) -> None:
    pairs = table.row("pairs").values
    if one == other or (one in pairs.get(other, {}) and one > other):
        raise table.fault(f"{one} and {other} are written twice or are the same")


def _commonness(table: Row, *facets: str) -> dict[str, float]:
    values = table.row("commonness").numbers(high=1)
    for id_ in values:
        known_id(id_, table.file, *facets)
    return values
