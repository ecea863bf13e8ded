"""Remembers in memory, for a while, what was said about profiles merely looked at; nothing of it reaches the disk."""

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Lock

from server.services.ports import Clock


@dataclass(frozen=True, kw_only=True, slots=True)
class Glance:
    """The small badge of an account: tier, nested tier and fit as last computed, for one brand.

    `certain` is False where a rounded count leaves two tiers open.
    """

    tier: str | None
    nested: str | None
    certain: bool
    fit: int | None
    brand: str | None
    at: datetime
    shown: Mapping[str, float] = field(default_factory=dict)
    """How strongly each niche and signal shows, for ranking people by likeness."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Seen:
    """An account that was looked at a while ago."""

    platform: str
    handle: str
    glance: Glance


class SeenProfiles:
    """At most `most` glances, each for `minutes`; the oldest goes first."""

    def __init__(self, clock: Clock, *, minutes: int = 120, most: int = 2_000) -> None:
        self._clock = clock
        self._life = timedelta(minutes=minutes)
        self._most = most
        self._glances: OrderedDict[tuple[str, str], Glance] = OrderedDict()
        self._lock = Lock()

    def add(self, platform: str, handle: str, glance: Glance) -> None:
        """Keep the newest glance of an account."""
        with self._lock:
            self._glances[platform, handle.lower()] = glance
            self._glances.move_to_end((platform, handle.lower()))
            while len(self._glances) > self._most:
                self._glances.popitem(last=False)

    def get(self, platform: str, handle: str, brand: str | None) -> Glance | None:
        """The glance for this brand, None when there is none or it is too old, also by a clock that was put back."""
        with self._lock:
            glance = self._glances.get((platform, handle.lower()))
        if glance is None or glance.brand != brand or abs(self._clock() - glance.at) > self._life:
            return None
        return glance

    def all(self, brand: str | None) -> list[Seen]:
        """Everybody whose glance for this brand is not too old, the oldest first."""
        with self._lock:
            kept = list(self._glances.items())
        found = [Seen(platform=platform, handle=handle, glance=glance) for (platform, handle), glance in kept]
        return [one for one in found if self.get(one.platform, one.handle, brand) is not None]

    def forget(self, platform: str, handle: str) -> None:
        """Drop what is kept of one account."""
        with self._lock:
            self._glances.pop((platform, handle.lower()), None)
