"""What the use cases need from other rooms, as protocols that a fake of ten lines can meet."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from nlp.reading import ProfileText, Reading
from server.domain.account import Account

Clock = Callable[[], datetime]
Read = Callable[[ProfileText], Reading]
Body = dict[str, Any]


class Store(Protocol):
    """Keyed JSON bodies in tables; `put` and `drop` are durable when they return, or raise StorageFailed."""

    def get(self, table: str, key: str) -> Body | None:
        """The body, or None."""

    def put(self, table: str, key: str, body: Mapping[str, Any], *, revision: int | None = None) -> int:
        """Write `body`; with `revision` only over that revision, else Conflict. Returns the new revision."""

    def drop(self, table: str, key: str) -> Body | None:
        """Remove; returns what was there or None."""

    def rows(self, table: str) -> Iterator[Body]:
        """All bodies of a table, in the order of their first write."""

    def rows_by(self, table: str, platform: str, handle: str) -> Iterator[Body]:
        """The bodies of a table that have this platform and handle, found without reading the others."""

    def scrub(self) -> None:
        """Overwrite what was dropped, so that it cannot be read from the file or its log any more."""

    def set_aside(self) -> list[Body]:
        """The rows set aside as damaged: `id`, and as text `table`, `key` and `body`, as they were found."""

    def drop_set_aside(self, number: int) -> None:
        """Erase the damaged row of this `id`."""

    def transaction(self) -> AbstractContextManager[None]:
        """Several changes, all or nothing."""


@dataclass(frozen=True, kw_only=True, slots=True)
class CandidateView:
    """What a page of candidates shows: filters that are empty let everything through; sort None is saved_at.

    A place is its name or its country's code as read; `accounts` None are all, an empty set is nobody. Times are
    ISO 8601 in UTC, from the first to before the second.
    """

    list_id: str | None = None
    text: str = ""
    platforms: tuple[str, ...] = ()
    tiers: tuple[str, ...] = ()
    niches: tuple[str, ...] = ()
    signals: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    saved_from: str | None = None
    saved_before: str | None = None
    accounts: frozenset[Account] | None = None
    fit_from: int | None = None
    load_to: float | None = None
    sort: str = "saved_at"
    descending: bool = True
    offset: int = 0
    limit: int = 50


@dataclass(frozen=True, kw_only=True, slots=True)
class CandidatePage:
    """Bodies of one page and how many there are in all."""

    rows: tuple[Body, ...]
    total: int


class CandidateShelf(Protocol):
    """Finds candidates without reading them all."""

    def page(self, view: CandidateView) -> CandidatePage:
        """One page of a view."""

    def frequent(self, list_id: str, kind: str, *, limit: int) -> tuple[tuple[str, int], ...]:
        """What is on a list (kind: tags, languages, places, countries) with how often, most frequent first."""

    def of_account(self, platform: str, handle: str) -> tuple[Body, ...]:
        """Every list's candidate of one account."""

    def pointing(self, trace: str, *, limit: int) -> tuple[Account, ...]:
        """Up to `limit` saved accounts whose links or bio point at an account ("tiktok/sol"), an address or a host."""
