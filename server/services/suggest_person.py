"""Use case: who among the saved accounts of the other platform may be the same person, found by index alone."""

from collections.abc import Iterator
from dataclasses import dataclass

from server.domain.account import Account
from server.services.account_traces import traces_of
from server.services.join_accounts import is_kept_apart, joined_with
from server.services.ports import Body, CandidateShelf, Store
from server.services.same_person import IsPersonal, Reason, reasons_for, shared_as
from server.services.same_person_rules import SamePersonRules, load_same_person_rules

MOST = 3
"""Suggestions that are shown at once."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Suggestion:
    """A saved account that may be the same person, one of its candidates, and why, strongest first."""

    account: Account
    body: Body
    reasons: tuple[Reason, ...]


def suggestions(store: Store, shelf: CandidateShelf, body: Body) -> tuple[Suggestion, ...]:
    """Suggestions for a candidate, strongest reason first; none when it is joined already.

    Left out are accounts that are joined with somebody and those that the user said are somebody else.
    """
    own = Account.of(body)
    if joined_with(store, own):
        return ()
    judged = (judge(shelf, body, account) for account in found_near(shelf, body) if is_open(store, own, account))
    found = [each for each in judged if each]
    return tuple(sorted(found, key=lambda each: rank(each, load_same_person_rules()))[:MOST])


def is_open(store: Store, own: Account, other: Account) -> bool:
    """Whether nothing was decided about the two yet."""
    return joined_with(store, other) is None and not is_kept_apart(store, own, other)


def judge(shelf: CandidateShelf, body: Body, account: Account) -> Suggestion | None:
    """The suggestion of an account, None when it is not saved or nothing speaks for it."""
    other = candidate_of(shelf, account, body["list_id"])
    reasons = reasons_for(body, other, is_personal(shelf)) if other else ()
    return Suggestion(account=account, body=other, reasons=reasons) if other and reasons else None


def candidate_of(shelf: CandidateShelf, account: Account, list_id: str) -> Body | None:
    """An account's candidate on this list, else its first on another; None when it is on none."""
    saved = shelf.of_account(account.platform, account.handle)
    return next((body for body in saved if body["list_id"] == list_id), next(iter(saved), None))


def rank(suggestion: Suggestion, rules: SamePersonRules) -> tuple[list[int], str]:
    """Strongest reason first, then the next ones; by handle where they are equal."""
    kinds = [rules.order.index(reason.kind) for reason in suggestion.reasons]
    return [*kinds, len(rules.order)], suggestion.account.handle


def found_near(shelf: CandidateShelf, body: Body) -> tuple[Account, ...]:
    """Accounts of the other platform that anything may speak for, each once."""
    own, rules = Account.of(body), load_same_person_rules()
    most = rules.most_accounts + 1
    there = (account for account in (*named(body), *namesakes(own, rules), *pointed(shelf, body, rules, most)))
    return tuple(dict.fromkeys(account for account in there if account.platform != own.platform))


def named(body: Body) -> Iterator[Account]:
    """Accounts that the candidate's own links and bio name."""
    for trace in traces_of(body["profile"]):
        if trace.is_account:
            platform, _, handle = trace.value.partition("/")
            yield Account(platform=platform, handle=handle)


def namesakes(own: Account, rules: SamePersonRules) -> Iterator[Account]:
    """The account of the same handle on every platform."""
    return (Account(platform=platform, handle=own.handle) for platform in rules.platforms)


def pointed(shelf: CandidateShelf, body: Body, rules: SamePersonRules, most: int) -> Iterator[Account]:
    """Accounts that name the candidate's, then those that show one of its addresses; a crowd is cut short."""
    yield from shelf.pointing(Account.of(body).id, limit=most * MOST)
    for key in dict.fromkeys(shared_as(trace, rules) for trace in traces_of(body["profile"])):
        if key and len(sharers := shelf.pointing(key, limit=most)) < most:
            yield from sharers


def is_personal(shelf: CandidateShelf) -> IsPersonal:
    """Whether an address is shown by no more saved accounts than a person has."""
    most = load_same_person_rules().most_accounts
    return lambda key: len(shelf.pointing(key, limit=most + 1)) <= most
