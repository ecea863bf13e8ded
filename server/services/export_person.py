"""Use case: everything that is kept about one person, for the person who asks for it."""

import json

from server.domain.account import Account
from server.services.change_many import slots_naming
from server.services.collect_rules import is_forgotten
from server.services.damaged_rows import damaged_about
from server.services.edit_lists import all_lists
from server.services.gift_ledger import BEFORE, gifts_to
from server.services.join_accounts import APART, JOINS, decisions_about, joined_with
from server.services.ports import Body, CandidateShelf, Store
from server.services.post_ledger import offers_by


def person_kept(store: Store, shelf: CandidateShelf, platform: str, handle: str) -> Body:
    """What `forget_person` would erase, by where it stands, and whether a mark of an erasure stands already.

    `candidates` hold profile, annotation, notes, tags, stage, history and what was seen again, one for each list;
    `joined_with` is the same person's other account; `joins` and `kept_apart` are decisions that name this one;
    `last_changes` are changes of many people that can be undone, with this one's keys; `set_aside` are rows that were
    found damaged, as text.
    """
    saved = shelf.of_account(platform, handle)
    account = Account(platform=platform, handle=handle.lower())
    joined = joined_with(store, account)
    names = {found.id: found.name for found in all_lists(store)}
    return {
        "platform": platform,
        "handle": handle,
        "joined_with": joined.to_body() if joined else None,
        "lists": [names.get(body["list_id"], body["list_id"]) for body in saved],
        "candidates": list(saved),
        "removed": [row for row in store.rows("removed") if is_of(row["candidate"], platform, handle)],
        "gifts": [gift.to_body() for gift in gifts_to(store, platform, handle)],
        "gifts_before": [
            row for row in store.rows(BEFORE) if row["gift"] is not None and is_of(row["gift"], platform, handle)
        ],
        **decisions_about(store, account),
        "post_offers": [offer.to_body() for offer in offers_by(store, platform, handle)],
        "last_changes": slots_naming(store, platform, handle),
        "set_aside": damaged_about(store, platform, handle),
        "is_erased": is_forgotten(store, platform, handle),
    }


COUNTED = ("candidates", "removed", "gifts", "gifts_before", "post_offers", "last_changes", "set_aside", JOINS, APART)


def entries(kept: Body) -> int:
    """How many entries of the store are in it."""
    return sum(len(kept[part]) for part in COUNTED)


def as_person_json(kept: Body) -> bytes:
    """Indented JSON in UTF-8."""
    return json.dumps(kept, ensure_ascii=False, indent=1).encode("utf-8", "replace")


def is_of(body: Body, platform: str, handle: str) -> bool:
    """Whether a body is about this account; handles are compared without case."""
    return bool(body["platform"] == platform and body["handle"].lower() == handle.lower())
