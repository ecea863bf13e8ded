"""Use case: erase a person everywhere and keep a salted mark, so that they are not collected again."""

from server.domain.account import Account
from server.services.candidate_records import stamp
from server.services.change_many import forget_keys
from server.services.collect_rules import forgotten_mark
from server.services.damaged_rows import damaged_about, erase_damaged
from server.services.gift_ledger import forget_gifts
from server.services.join_accounts import forget_joins
from server.services.ports import CandidateShelf, Clock, Store
from server.services.post_ledger import forget_offers


def forget_person(store: Store, shelf: CandidateShelf, platform: str, handle: str, *, clock: Clock) -> int:
    """Drop every candidate, removed copy and damaged row of the account; returns how many entries went."""
    with store.transaction():
        mark = forgotten_mark(store, platform, handle)
        saved = [body["id"] for body in shelf.of_account(platform, handle)]
        removed = [row["id"] for row in store.rows("removed") if _is_of(row["candidate"], platform, handle)]
        gone = [store.drop("candidates", key) for key in saved] + [store.drop("removed", key) for key in removed]
        forget_gifts(store, platform, handle)
        forget_keys(store, platform, handle)
        forget_offers(store, platform, handle)
        forget_joins(store, Account(platform=platform, handle=handle.lower()))
        damaged = erase_damaged(store, damaged_about(store, platform, handle))
        store.put("forgotten", mark, {"id": mark, "at": stamp(clock())})
    store.scrub()
    return len([body for body in gone if body is not None]) + damaged


def remember_person(store: Store, platform: str, handle: str) -> None:
    """Take the mark away: the account may be saved again."""
    store.drop("forgotten", forgotten_mark(store, platform, handle))


def _is_of(candidate: dict[str, str], platform: str, handle: str) -> bool:
    return candidate["platform"] == platform and candidate["handle"].lower() == handle.lower()
