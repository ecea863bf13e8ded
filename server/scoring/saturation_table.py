"""The usual share of paid, gifted and affiliate posts of each tier."""

from dataclasses import dataclass
from functools import cache

from server.scoring.bands import Bands, read_bands
from server.scoring.table_rows import read_table


@dataclass(frozen=True, kw_only=True, slots=True)
class Saturation:
    """Bands of shares by followers; under `least_posts` readable posts a share says nothing."""

    bands: Bands
    least_posts: int


@cache
def load_saturation() -> Saturation:
    """saturation.toml. Raises DataFault where a row is wrong."""
    table = read_table("saturation").allow("usual", "rules")
    rules = table.row("rules").allow("least_posts")
    return Saturation(bands=read_bands(table.row("usual")), least_posts=int(rules.number("least_posts", 1)))
