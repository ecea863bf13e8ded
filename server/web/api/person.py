"""One person on both platforms: who may be the same, joined or kept apart by the user, and each taken back."""

from typing import cast

from flask import Blueprint, Response

from server.domain.account import Account
from server.domain.profile import Platform
from server.services.bookmark_candidate import find_candidate
from server.services.candidate_records import candidate_to_body
from server.services.join_accounts import allow_again, join, joined_with, keep_apart, kept_apart_from, part
from server.services.post_ledger import settle_posts
from server.services.same_person import Reason
from server.services.suggest_person import Suggestion, suggestions
from server.web.api.body import body, reply
from server.web.api.schemas import AccountIn, PersonOut, Suggested, WhySame, Words
from server.web.current import rooms

blueprint = Blueprint("api_person", __name__, url_prefix="/api/candidates/<key>")


@blueprint.get("/person")
def one(key: str) -> Response:
    """What is decided about a candidate's account, and what may be."""
    return told(key)


@blueprint.post("/join")
def join_with(key: str) -> Response:
    """One person; doing it twice is doing it once."""
    here, other = rooms(), body(AccountIn)
    join(here.store, here.shelf, own(key), named(other.platform, other.handle), clock=here.clock)
    settle_posts(here.store, own(key))
    return told(key)


@blueprint.delete("/join")
def take_apart(key: str) -> Response:
    """Take the join back; both accounts stay as they are."""
    other = part(rooms().store, own(key))
    settle_posts(rooms().store, own(key), other)
    return told(key)


@blueprint.post("/apart")
def not_the_same(key: str) -> Response:
    """Two people: not suggested again."""
    here, other = rooms(), body(AccountIn)
    keep_apart(here.store, here.shelf, own(key), named(other.platform, other.handle), clock=here.clock)
    return told(key)


@blueprint.delete("/apart/<platform>/<handle>")
def perhaps_the_same(key: str, platform: str, handle: str) -> Response:
    """Take "not the same" back."""
    allow_again(rooms().store, own(key), named(platform, handle))
    return told(key)


def own(key: str) -> Account:
    """The account of a candidate; raises NotFound."""
    found = find_candidate(rooms().store, key)
    return named(found.platform, found.handle)


def named(platform: str, handle: str) -> Account:
    """An account, with or without @."""
    return Account(platform=platform, handle=handle.removeprefix("@").lower())


def told(key: str) -> Response:
    """The person as it is now."""
    here, candidate = rooms(), find_candidate(rooms().store, key)
    account = named(candidate.platform, candidate.handle)
    other = joined_with(here.store, account)
    found = suggestions(here.store, here.shelf, candidate_to_body(candidate))
    return reply(
        PersonOut(
            joined_with=shown(other) if other else None,
            suggested=[suggested(each) for each in found],
            kept_apart=[shown(each) for each in kept_apart_from(here.store, account)],
        )
    )


def shown(account: Account) -> AccountIn:
    """An account as the API names it."""
    return AccountIn(platform=cast(Platform, account.platform), handle=account.handle)


def suggested(each: Suggestion) -> Suggested:
    """A suggestion with its reasons."""
    platform = cast(Platform, each.account.platform)
    reasons = [why(reason) for reason in each.reasons]
    return Suggested(platform=platform, handle=each.account.handle, candidate=each.body["id"], reasons=reasons)


def why(reason: Reason) -> WhySame:
    """A reason with the characters behind it."""
    evidence = [
        Words(
            platform=cast(Platform, each.account.platform),
            source=each.trace.source,
            start=each.trace.start,
            end=each.trace.end,
            text=each.trace.text,
        )
        for each in reason.shown
        if each.trace
    ]
    return WhySame(kind=reason.kind, why=reason.why, evidence=evidence)
