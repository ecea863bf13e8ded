"""Followers to tier: half-open cuts from a table, and whether a rounded count leaves two tiers open."""

from dataclasses import dataclass
from functools import cache
from typing import get_args

from server.domain.annotation import Tier
from server.domain.brand import TierId
from server.domain.profile import Count
from server.scoring.table_rows import Row, read_table


@dataclass(frozen=True, kw_only=True, slots=True)
class Cut:
    """Followers from `low` up to but not including `high` (None: no upper end); `inside` names the outer tier."""

    id: TierId
    low: int
    high: int | None
    inside: TierId | None = None

    def holds(self, followers: int) -> bool:
        """Whether a count lies in this tier."""
        return self.low <= followers and (self.high is None or followers < self.high)


Cuts = tuple[Cut, ...]


def tier_of(followers: Count | None, cuts: Cuts) -> Tier | None:
    """The tier of a count, None when followers are unknown.

    `certain` is False when the page printed a short form whose true value may lie in another tier, nested ones
    included.
    """
    if followers is None:
        return None
    outer, inner = _place(followers.value, cuts)
    label = f"{outer} · {inner}" if inner else outer
    low, high = followers.interval()
    certain = _place(low, cuts) == _place(high, cuts)
    return Tier(id=outer, label=label, followers=followers.value, nested=inner, certain=certain)


def _place(followers: int, cuts: Cuts) -> tuple[TierId, TierId | None]:
    """Outer and nested tier of an exact number."""
    held = [cut for cut in cuts if cut.holds(followers)]
    outer: TierId = next((cut.id for cut in held if cut.inside is None), "below")
    inner = next((cut.id for cut in held if cut.inside == outer), None)
    return outer, inner


def narrowest(tier: Tier) -> TierId:
    """The tier that tables are asked for: the nested one where there is one."""
    return tier.nested or tier.id


@cache
def load_cuts(preset: str = "article") -> Cuts:
    """The cuts of a preset of tiers.toml. Raises DataFault when the preset or a row of it is wrong."""
    table = read_table("tiers").row(preset).allow("label", "source", "tiers")
    table.text("label"), table.text("source")
    cuts = tuple(_cut(id_, row) for id_, row in table.row("tiers").rows())
    for cut in cuts:
        if cut.inside and cut.inside not in {other.id for other in cuts}:
            raise table.fault(f"{cut.id} lies inside {cut.inside}, which has no row")
    return cuts


def presets() -> dict[str, str]:
    """Id and label of every shipped convention, in the order of the table."""
    return {id_: row.text("label") for id_, row in read_table("tiers").rows()}


def _cut(id_: str, row: Row) -> Cut:
    row.allow("low", "high", "inside")
    low = int(row.number("low"))
    high = int(row.number("high", low + 1)) if "high" in row.values else None
    inside = tier_id(row.text("inside"), row) if "inside" in row.values else None
    return Cut(id=tier_id(id_, row), low=low, high=high, inside=inside)


def tier_id(text: str, row: Row) -> TierId:
    """The text as a tier id. Raises DataFault when it is none."""
    for id_ in get_args(TierId):
        if text == id_:
            return id_  # type: ignore[no-any-return]
    raise row.fault(f"{text} is not a tier id; they are {', '.join(get_args(TierId))}")
