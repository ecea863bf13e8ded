"""The same person elsewhere, for the reading pane: who is joined, who may be, and who was said to be somebody else."""

from collections.abc import Iterable
from dataclasses import dataclass

from server.domain.account import Account
from server.services.join_accounts import joined_with, kept_apart_from
from server.services.ports import Body, CandidateShelf, Store
from server.services.same_person import SOURCES, Reason, Shown, reasons_for
from server.services.suggest_person import candidate_of, is_personal, suggestions
from server.web.pages.shown import names
from server.web.pages.shown.marks import Piece, excerpt
from server.web.pages.shown.rows import Row, row_of

Words = tuple[str, tuple[Piece, ...]]
"""Where words stand, and the words in their sentence."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Other:
    """Another account of somebody, as its candidate on `list_id`; `whys` (sentence, words), strongest first."""

    row: Row
    list_id: str
    whys: tuple[tuple[str, tuple[Words, ...]], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Person:
    """What is decided and what may be; `platform` is what the other platform is called.

    `joined` is the handle of the joined account, None without a join; `other` is None too when that one is on no list.
    `apart` are the handles of those who were said to be somebody else.
    """

    joined: str | None
    other: Other | None
    suggested: tuple[Other, ...]
    apart: tuple[str, ...]
    platform: str


def person_of(store: Store, shelf: CandidateShelf, body: Body) -> Person:
    """The person behind a stored candidate."""
    own = Account.of(body)
    joined = joined_with(store, own)
    there = candidate_of(shelf, joined, body["list_id"]) if joined else None
    return Person(
        joined=joined.handle if joined else None,
        other=other_of(body, there, reasons_for(body, there, is_personal(shelf))) if there else None,
        suggested=tuple(other_of(body, each.body, each.reasons) for each in suggestions(store, shelf, body)),
        apart=tuple(account.handle for account in kept_apart_from(store, own)),
        platform=next(words for id_, words in names.PLATFORMS.items() if id_ != own.platform),
    )


def other_of(body: Body, there: Body, reasons: Iterable[Reason]) -> Other:
    """The candidate of the other account, with what speaks for it."""
    bodies = {Account.of(each): each for each in (body, there)}
    whys = [
        (each.why, tuple(words_of(bodies[one.account], one) for one in each.shown if one.trace)) for each in reasons
    ]
    return Other(row=row_of(there), list_id=there["list_id"], whys=tuple(whys))


def words_of(body: Body, shown: Shown) -> Words:
    """Whose bio or link, and the marked words; a link is its own sentence."""
    trace = shown.trace
    if trace is None:
        return names.PLATFORMS[shown.account.platform], ()
    where = f"{SOURCES[trace.source]} on {names.PLATFORMS[shown.account.platform]}"
    text = body["profile"].get("bio") or "" if trace.source == "bio" else trace.text
    return where, excerpt(text, trace.start, trace.end)
