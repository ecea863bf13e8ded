"""Finds candidates by what the pages filter for, pushed down to the store's columns."""

from collections.abc import Callable, Mapping
from functools import reduce
from typing import get_args

from tinydb import where
from tinydb.queries import QueryInstance

from server.domain.account import Account
from server.domain.profile import Platform
from server.services.ports import Body, CandidatePage, CandidateView
from server.storage.members import Member
from server.storage.store import Store

TABLE = "candidates"
SORTS = {
    "saved_at": "saved_at",
    "updated_at": "updated_at",
    "fit": "fit",
    "followers": "followers",
    "engagement": "engagement",
    "name": "name",
    "handle": "handle",
    "stage": "stage",
    "tier": "followers",
}
"""Words of the pages: columns of the store."""
PLATFORMS = get_args(Platform)
LISTED: Mapping[str, Member] = {
    "tags": (("tags",), ()),
    "languages": (("annotation", "languages"), ()),
    "places": (("annotation", "places"), ("text",)),
    "countries": (("annotation", "places"), ("country",)),
}
"""Words of the pages: lists in the bodies, all of them in `columns.MEMBERS`."""


class Candidates:
    """The shelf of candidates over a store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def page(self, view: CandidateView) -> CandidatePage:
        """One page of a view; an unknown sort word sorts by when it was saved."""
        found = self._store.page(
            TABLE,
            where=_query(view),
            text=view.text.strip() or None,
            sort=SORTS.get(view.sort, "saved_at"),
            descending=view.descending,
            offset=view.offset,
            limit=view.limit,
        )
        return CandidatePage(rows=found.rows, total=found.total)

    def frequent(self, list_id: str, kind: str, *, limit: int) -> tuple[tuple[str, int], ...]:
        """What is on a list with how often, most frequent first; raises KeyError for another kind."""
        return self._store.frequent(TABLE, list_id, LISTED[kind], limit)

    def of_account(self, platform: str, handle: str) -> tuple[Body, ...]:
        """Every list's candidate of one account."""
        return tuple(self._store.rows_by(TABLE, platform, handle))

    def pointing(self, trace: str, *, limit: int) -> tuple[Account, ...]:
        """Accounts whose links or bio point at a `Trace`'s value or at the host of an address, by the index."""
        return tuple(Account(platform=where, handle=handle) for where, handle in self._store.pointing(trace, limit))


def _query(view: CandidateView) -> QueryInstance | None:
    annotation = where("annotation")
    tests = [
        *([where("list_id") == view.list_id] if view.list_id else []),
        *_any_of(view.platforms, where("platform").one_of),
        *_any_of(view.tiers, _tiers),
        *_any_of(view.stages, where("stage").one_of),
        *_any_of(view.tags, where("tags").any),
        *_any_of(view.niches, lambda words: annotation.niches.any(where("id").one_of(words))),
        *_any_of(view.signals, lambda words: annotation.signals.any(where("id").one_of(words))),
        *_any_of(view.languages, annotation.languages.any),
        *_any_of(view.places, _places),
        *([_accounts(view.accounts)] if view.accounts is not None else []),
        *([where("saved_at") >= view.saved_from] if view.saved_from else []),
        *([where("saved_at") < view.saved_before] if view.saved_before else []),
        *([annotation.fit.score >= view.fit_from] if view.fit_from is not None else []),
        *([annotation.commercial.load <= view.load_to] if view.load_to is not None else []),
    ]
    return reduce(lambda left, right: left & right, tests) if tests else None


def _any_of(words: tuple[str, ...], test: Callable[[list[str]], QueryInstance]) -> list[QueryInstance]:
    """One flat test for all the words: a chain of many is deeper than SQL and Python go."""
    return [test(sorted(set(words)))] if words else []


def _places(words: list[str]) -> QueryInstance:
    """A town or region by its name, a country by its code."""
    places = where("annotation").places
    found: QueryInstance = places.any(where("text").one_of(words)) | places.any(where("country").one_of(words))
    return found


def _accounts(wanted: frozenset[Account]) -> QueryInstance:
    """One test a platform; nobody's account is among none."""
    by_platform = {platform: sorted(one.handle for one in wanted if one.platform == platform) for platform in PLATFORMS}
    tests = [(where("platform") == name) & where("handle").one_of(them) for name, them in by_platform.items()]
    found: QueryInstance = reduce(lambda left, right: left | right, tests)
    return found


def _tiers(words: list[str]) -> QueryInstance:
    """Nano lies inside micro, so micro finds both."""
    tier = where("annotation").tier
    found: QueryInstance = tier.id.one_of([word for word in words if word != "nano"])
    return found | (tier.nested == "nano") if "nano" in words else found
