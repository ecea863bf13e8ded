"""Use case: the user says that two accounts are one person, or are not, and takes either back. No row is merged.

A join is two small documents, one an account, each naming the other; only what both say counts. A decision against one
is a document of the pair.
"""

from collections.abc import Iterator

from server.domain.account import Account
from server.domain.errors import Conflict, InvalidInput, NotFound
from server.services.candidate_records import stamp
from server.services.ports import Body, CandidateShelf, Clock, Store

JOINS = "joins"
APART = "kept_apart"


def join(store: Store, shelf: CandidateShelf, one: Account, other: Account, *, clock: Clock) -> None:
    """Note that two saved accounts are one person; twice is once, and an earlier "not the same" is forgotten.

    Raises InvalidInput for accounts of one platform, NotFound when one is not saved, Conflict when one is joined with
    somebody else.
    """
    with store.transaction():
        check_pair(shelf, one, other)
        for account, with_whom in ((one, other), (other, one)):
            known = joined_with(store, account)
            if known not in (None, with_whom):
                raise Conflict(f"@{account.handle} is joined with @{known.handle} already.", action="Part these first.")
        at = stamp(clock())
        for account, with_whom in ((one, other), (other, one)):
            body = {"id": account.id, **account.to_body(), "joined_with": with_whom.to_body(), "at": at}
            store.put(JOINS, account.id, body)
        store.drop(APART, pair_id(one, other))


def part(store: Store, account: Account) -> Account:
    """Take a join back; the account that it was joined with. Raises NotFound when it is joined with nobody."""
    with store.transaction():
        other = joined_with(store, account)
        if other is None:
            raise NotFound(f"@{account.handle} is joined with nobody.", action="Reload the page.")
        store.drop(JOINS, account.id)
        store.drop(JOINS, other.id)
    return other


def keep_apart(store: Store, shelf: CandidateShelf, one: Account, other: Account, *, clock: Clock) -> None:
    """Remember that two saved accounts are not one person. Raises as `join`, and Conflict when they are joined."""
    with store.transaction():
        check_pair(shelf, one, other)
        if joined_with(store, one) == other:
            raise Conflict(f"@{one.handle} is joined with @{other.handle}.", action="Part these first.")
        accounts = [account.to_body() for account in sorted((one, other), key=lambda account: account.platform)]
        key = pair_id(one, other)
        store.put(APART, key, {"id": key, "accounts": accounts, "at": stamp(clock())})


def allow_again(store: Store, one: Account, other: Account) -> None:
    """Take "not the same" back: the two may be suggested again. Raises NotFound when it was never said."""
    if store.drop(APART, pair_id(one, other)) is None:
        raise NotFound("These two were not kept apart.", action="Reload the page.")


def joined_with(store: Store, account: Account) -> Account | None:
    """The same person's other account, None when there is none; two look-ups by key."""
    body = store.get(JOINS, account.id)
    if body is None:
        return None
    other = Account.of(body["joined_with"])
    back = store.get(JOINS, other.id)
    return other if back and Account.of(back["joined_with"]) == account else None


def is_kept_apart(store: Store, one: Account, other: Account) -> bool:
    """Whether the user said that these two are not one person."""
    return store.get(APART, pair_id(one, other)) is not None


def kept_apart_from(store: Store, account: Account) -> tuple[Account, ...]:
    """Those whom the user said an account is not, oldest decision first."""
    return tuple(other for row in store.rows(APART) for other in others_in(row, account))


def others_in(row: Body, account: Account) -> tuple[Account, ...]:
    """The other account of a kept-apart pair, nothing when this one is not in it."""
    pair = [Account.of(body) for body in row["accounts"]]
    return tuple(other for other in pair if other != account) if account in pair else ()


def all_joins(store: Store) -> dict[Account, Account]:
    """Every joined account with its other, both ways."""
    found = {Account.of(row): Account.of(row["joined_with"]) for row in store.rows(JOINS)}
    return {account: other for account, other in found.items() if found.get(other) == account}


def with_joins(store: Store, bodies: Iterator[Body]) -> Iterator[Body]:
    """Stored candidates with `joined_with`: platform and handle of the other account, None without one."""
    joins = all_joins(store)
    for body in bodies:
        other = joins.get(Account.of(body))
        yield body | {"joined_with": other.to_body() if other else None}


def decisions_about(store: Store, account: Account) -> dict[str, list[Body]]:
    """Every stored decision that names an account, by table."""
    return {
        JOINS: [row for row in store.rows(JOINS) if account in (Account.of(row), Account.of(row["joined_with"]))],
        APART: [row for row in store.rows(APART) if others_in(row, account)],
    }


def forget_joins(store: Store, account: Account) -> None:
    """Erase every decision that names an account."""
    for table, rows in decisions_about(store, account).items():
        for row in rows:
            store.drop(table, row["id"])


def sweep_joins(store: Store, shelf: CandidateShelf) -> int:
    """Erase decisions about accounts that are on no list any more and cannot be brought back; how many went."""
    removed = {Account.of(row["candidate"]) for row in store.rows("removed")}
    named = {account for row in store.rows(JOINS) for account in (Account.of(row), Account.of(row["joined_with"]))}
    named |= {Account.of(body) for row in store.rows(APART) for body in row["accounts"]}
    gone = [one for one in named - removed if not shelf.of_account(one.platform, one.handle)]
    for account in gone:
        forget_joins(store, account)
    return len(gone)


def check_pair(shelf: CandidateShelf, one: Account, other: Account) -> None:
    """Raise InvalidInput for accounts of one platform, NotFound for one that is not saved."""
    if one.platform == other.platform:
        raise InvalidInput("Both accounts are of one platform.", field="handle", action="Join one of each.")
    for account in (one, other):
        if not shelf.of_account(account.platform, account.handle):
            raise NotFound(f"@{account.handle} is on no list.", field="handle", action="Save that profile first.")


def pair_id(one: Account, other: Account) -> str:
    """One id for two accounts, whichever is named first."""
    return " ".join(sorted((one.id, other.id)))
