"""What Seedlist says about one profile, for one brand, at one moment."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from nlp.reading import Evidence, Reading
from server.domain.brand import TierId

EngagementState = Literal["known", "thin", "unknown"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Tier:
    """Size class. `nested` is "nano" inside micro, else None; `certain` is False where rounding leaves two open."""

    id: TierId
    label: str
    followers: int
    nested: TierId | None = None
    certain: bool = True


@dataclass(frozen=True, kw_only=True, slots=True)
class Engagement:
    """Medians over eligible posts as shares (0.031 is 3.1%), and what they rest on.

    `used` of `seen` posts counted; `hidden` had no visible likes, `pinned` and `coauthored` were left out. `state`
    is thin under 5 used posts and unknown at 0. `band` is the word of the table ("low", "usual", "high") or None.
    `skew` is mean over median of interactions; `median_likes`, `median_comments`, `posts_per_week` may be None.
    """

    by_followers: float | None = None
    by_views: float | None = None
    used: int = 0
    seen: int = 0
    hidden: int = 0
    pinned: int = 0
    coauthored: int = 0
    state: EngagementState = "unknown"
    band: str | None = None
    usual: tuple[float, float] | None = None
    median_likes: float | None = None
    median_comments: float | None = None
    skew: float | None = None
    posts_per_week: float | None = None
    last_post_days: float | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class FitPart:
    """One part of the fit: `value` 0 to 1 or None when unknown, `why` in words, and the words behind it."""

    id: str
    label: str
    value: float | None
    weight: float
    why: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Fit:
    """0 to 100 for one brand as the weighted mean of the known parts; `score` is None when no part is known.

    `low` and `high` bound the score for what is not known; `sentence` answers "why" in one line, `costs` names the
    two parts that cost the most.
    """

    brand: str
    score: int | None
    known: int
    of: int
    parts: tuple[FitPart, ...]
    low: int | None = None
    high: int | None = None
    sentence: str = ""
    costs: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Commercial:
    """How many posts fall into each class; `load` is (paid + gifted + affiliate) / posts, None without posts."""

    counts: Mapping[str, int] = field(default_factory=dict)
    load: float | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Annotation:
    """Tier + Engagement + Reading + Fit. `tier` and `fit` are None when followers or brand are not known.

    `notes` say in words what could not be read or wants a second look.
    """

    platform: str
    handle: str | None
    id: str | None
    tier: Tier | None
    engagement: Engagement
    reading: Reading
    commercial: Commercial
    fit: Fit | None
    notes: tuple[str, ...] = ()
