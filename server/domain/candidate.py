"""A bookmarked profile in a list, and the list itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal

Stage = Literal["spotted", "shortlisted", "asked", "yes", "no", "sent", "arrived", "seen_wearing", "quiet"]
STAGES: tuple[Stage, ...] = ("spotted", "shortlisted", "asked", "yes", "no", "sent", "arrived", "seen_wearing", "quiet")


@dataclass(frozen=True, kw_only=True, slots=True)
class SeedList:
    """A named list of candidates for one brand; `brand` is the brand's id or None before a brand is described.

    `ends_on` is the day on which it is erased, None to keep it; `announced_on` the day its end was first shown.
    """

    id: str
    name: str
    brand: str | None
    created_at: datetime
    ends_on: date | None = None
    announced_on: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Event:
    """One change of a candidate: when, what (saved, note, tags, stage, moved, refreshed) and the new value."""

    at: datetime
    what: str
    value: Any = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Candidate:
    """A profile saved in one list. Its id is `candidate_id(list, platform, handle)`, so it cannot be there twice.

    `profile` and `annotation` are the contract's JSON as it was when last read; `revision` counts changes from 1.
    `seen_again` holds a few figures of a later visit to the profile, None when there was none since.
    """

    id: str
    list_id: str
    platform: str
    handle: str
    profile: Mapping[str, Any]
    annotation: Mapping[str, Any]
    note: str = ""
    tags: tuple[str, ...] = ()
    stage: Stage = "spotted"
    saved_at: datetime
    updated_at: datetime
    revision: int = 1
    history: tuple[Event, ...] = field(default=())
    seen_again: Mapping[str, Any] | None = None


def candidate_id(list_id: str, platform: str, handle: str) -> str:
    """The one id that an account has in a list: handles are compared without case, as both platforms do."""
    return f"{list_id}.{platform}.{handle.lower()}"
