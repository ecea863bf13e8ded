"""A brand's wishes made ready once, so that many profiles can be measured against them quickly."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from server.domain.brand import Brand
from server.scoring.meaning import Direction, centred
from server.scoring.nearness import load_bridges, load_niche_nearness, load_signal_nearness
from server.scoring.own_words import OwnWords, own_words_of


@dataclass(frozen=True, kw_only=True, slots=True)
class Pull:
    """How strongly a profile's id is drawn to the brand, 0 to 1, and the wished id that draws it."""

    wish: str
    near: float
    weight: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Wishes:
    """`niches` and `signals` map every taxonomy id near a wish to its pulls, strongest first.

    A signal may be near a wished niche and a niche near a wished signal (bridges.toml). `words` are the brand's own,
    `meaning` is the direction of what they speak of, () when unknown.
    `liked` and `rivals` are folded brand names; `own` is the folded name of the brand itself.
    """

    brand: Brand
    niches: Mapping[str, tuple[Pull, ...]]
    signals: Mapping[str, tuple[Pull, ...]]
    words: OwnWords
    meaning: Direction
    own: str
    liked: Mapping[str, str]
    rivals: Mapping[str, str]


def wishes_of(brand: Brand) -> Wishes:
    """The wishes of a brand, ready for measuring."""
    return Wishes(
        brand=brand,
        niches=_pulls(tuple(brand.niches.items()), "niches"),
        signals=_pulls(tuple(brand.signals.items()), "signals"),
        words=own_words_of(brand),
        meaning=centred(brand.meaning),
        own=fold_name(brand.name),
        liked={fold_name(name): name for name in brand.adjacent},
        rivals={fold_name(name): name for name in brand.rivals},
    )


def fold_name(name: str) -> str:
    """A brand name or handle for comparing: no @, no case, no blanks, dots, dashes or underscores."""
    return "".join(char for char in name.casefold() if char.isalnum())


@lru_cache(maxsize=64)
def _pulls(wanted: tuple[tuple[str, float], ...], kind: Literal["niches", "signals"]) -> Mapping[str, tuple[Pull, ...]]:
    """Kept for the last brands, as one brand looks at many profiles."""
    nearness = load_niche_nearness() if kind == "niches" else load_signal_nearness()
    found: dict[str, list[Pull]] = {}
    for wish, want in wanted:
        around = {wish: 1.0, **nearness.near.get(wish, {}), **load_bridges().get(wish, {})}
        for id_, near in around.items():
            weight = near * want * nearness.telling(id_)
            if weight > 0:
                found.setdefault(id_, []).append(Pull(wish=wish, near=near, weight=weight))
    return {id_: tuple(sorted(pulls, key=lambda pull: (-pull.weight, pull.wish))) for id_, pulls in found.items()}
