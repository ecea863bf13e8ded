"""Who is looking: a brand, what it wants and what it avoids."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Goal = Literal["seeding", "paid", "ambassadors"]
TierId = Literal["below", "nano", "micro", "macro", "mega"]
Span = tuple[int, int | None]


@dataclass(frozen=True, kw_only=True, slots=True)
class Brand:
    """A brand's wishes. Empty means that the brand did not say, so the part of the fit is unknown.

    `niches` and `signals` map taxonomy ids to how much they are wanted, above 0 up to 1; `weights` overrides the
    goal's preset per fit part; `tiers` holds wanted tier ids; `tier_cuts` names a preset of the tier table or gives
    own cuts as lowest and first too high followers (None: no end), "" is the default; `languages` are ISO 639-1
    codes; `tones` are ids of the tone table, how the brand speaks, and no part of the fit. `meaning` is the
    Reading.meaning of claim and story, read when the brand is used and never stored.
    """

    name: str
    id: str | None = None
    claim: str | None = None
    story: str | None = None
    niches: Mapping[str, float] = field(default_factory=dict)
    signals: Mapping[str, float] = field(default_factory=dict)
    adjacent: tuple[str, ...] = ()
    rivals: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    tiers: tuple[TierId, ...] = ()
    tier_cuts: str | Mapping[TierId, Span] = ""
    languages: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    tones: tuple[str, ...] = ()
    goal: Goal = "seeding"
    weights: Mapping[str, float] = field(default_factory=dict)
    meaning: tuple[float, ...] = ()
