"""Loads the invented profiles and the brands with their written judgements."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import chain
from pathlib import Path
from typing import Any, get_args

from server.domain.brand import Brand
from server.domain.profile import Count, Platform, Post, Profile

FOLDER = Path(__file__).parent
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
UNEVEN = (1.0, 0.82, 1.27, 0.93, 1.1, 0.7, 1.45)
GRADES = {"fits": 2, "partly": 1, "no": 0}


@dataclass(frozen=True, kw_only=True)
class JudgedBrand:
    """A brand and the grade (2 fits, 1 partly, 0 no) of every handle with the reason in words."""

    brand: Brand
    grades: Mapping[str, int]
    reasons: Mapping[str, str]


def load_profiles() -> dict[str, Profile]:
    """The invented profiles by handle, in the order of the files."""
    files = sorted((FOLDER / "profiles").glob("*.toml"))
    tables = chain.from_iterable(tomllib.loads(file.read_text("utf-8")).items() for file in files)
    return {handle: _profile(handle, row) for handle, row in tables}


def load_brands(profiles: Mapping[str, Profile]) -> list[JudgedBrand]:
    """Every judged brand. Raises KeyError when a judgement names nobody."""
    files = sorted((FOLDER / "brands").glob("*.toml"))
    return [_judged(tomllib.loads(file.read_text("utf-8")), profiles) for file in files]


def _judged(row: dict[str, Any], profiles: Mapping[str, Profile]) -> JudgedBrand:
    sections = {section: row.pop(section) for section in GRADES}
    otherwise = row.pop("otherwise")
    grades = {handle: GRADES[section] for section, rows in sections.items() for handle in rows}
    reasons = {handle: why for rows in sections.values() for handle, why in rows.items()}
    lost = set(grades) - set(profiles)
    if lost:
        raise KeyError(f"{row['name']} judges {sorted(lost)}, who are not in the profiles")
    tuples: dict[str, Any] = {
        key: tuple(row.pop(key)) for key in ("avoid", "tiers", "languages", "places", "adjacent") if key in row
    }
    return JudgedBrand(
        brand=Brand(**row, **tuples),
        grades={handle: grades.get(handle, 0) for handle in profiles},
        reasons={handle: reasons.get(handle, otherwise) for handle in profiles},
    )


def _profile(handle: str, row: Mapping[str, Any]) -> Profile:
    name, followers, rate = row["on"].split()
    platform = next(one for one in get_args(Platform) if one == name)
    return Profile(
        platform=platform,
        handle=handle,
        bio=row["bio"],
        followers=Count(value=int(followers)),
        captured_at=NOW,
        posts=tuple(_posts(platform, int(followers), float(rate), row["captions"])),
    )


def _posts(platform: Platform, followers: int, rate: float, captions: list[str]) -> Iterator[Post]:
    """Numbers follow from size and rate, unevenly but always the same."""
    for place, caption in enumerate(captions):
        likes = max(1, round(followers * rate * UNEVEN[place % len(UNEVEN)]))
        yield Post(
            id=f"{place}",
            kind="video" if platform == "tiktok" else "image",
            caption=caption,
            likes=likes,
            comments=max(1, round(likes * 0.02 * UNEVEN[-1 - place % len(UNEVEN)])),
            views=round(likes / rate) if platform == "tiktok" else None,
            published_at=NOW - timedelta(days=2 + 4 * place),
        )
