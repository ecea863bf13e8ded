"""Use case: put a candidate into another list, and take that back."""

from collections.abc import Iterable
from dataclasses import replace

from server.domain.candidate import Candidate, Event, SeedList, candidate_id
from server.domain.errors import Conflict, NotFound
from server.domain.ids import new_id
from server.services.bookmark_candidate import find_candidate
from server.services.candidate_records import candidate_from_body, candidate_to_body, stamp
from server.services.gift_ledger import gifts_to
from server.services.one_of_two import made_one
from server.services.ports import Body, Clock, Store

TABLE = "removed"
"""Both candidates as they were before they became one lie there for as long as somebody taken off does."""


def move(store: Store, key: str, to: SeedList, *, clock: Clock) -> str:
    """Put a candidate into another list with all its notes and gifts; one that is there already keeps its own besides.

    Returns the word that `move_back` takes. Raises NotFound.
    """
    with store.transaction():
        candidate = find_candidate(store, key)
        if candidate.list_id == to.id:
            return candidate.id
        key_there = candidate_id(to.id, candidate.platform, candidate.handle)
        there = store.get("candidates", key_there)
        moved = replace(
            candidate if there is None else made_one(candidate_from_body(there), candidate),
            id=key_there,
            list_id=to.id,
            updated_at=clock(),
            revision=candidate.revision + 1,
        )
        moved = replace(moved, history=(*moved.history, Event(at=clock(), what="moved", value=to.name)))
        body, before = candidate_to_body(moved), store.drop("candidates", key)
        store.put("candidates", moved.id, body)
        gifts = take_along(store, candidate, to.id)
        if there is None:
            return moved.id
        return _kept_apart(store, {"candidate": before, "there": there, "gifts": gifts}, body, clock)


def move_back(store: Store, words: Iterable[str], to: SeedList, *, clock: Clock) -> None:
    """Take moves back: each to the list it came from, and who was there before is there again as before.

    Raises NotFound when the time for that is over, Conflict when somebody was changed since.
    """
    with store.transaction():
        for word in words:
            if store.get("candidates", word):
                move(store, word, to, clock=clock)
            else:
                _part(store, word)


def take_along(store: Store, candidate: Candidate, list_id: str) -> list[str]:
    """What was sent to a candidate from its list belongs to another list's round from now on; the gifts' ids."""
    own = [gift for gift in gifts_to(store, candidate.platform, candidate.handle) if gift.list_id == candidate.list_id]
    for gift in own:
        _hand_over(store, gift.id, list_id)
    return [gift.id for gift in own]


def _hand_over(store: Store, gift_id: str, list_id: str) -> None:
    body = store.get("gifts", gift_id)
    if body:
        store.put("gifts", gift_id, body | {"list_id": list_id})


def _kept_apart(store: Store, before: Body, now: Body, clock: Clock) -> str:
    """Keep what two candidates were before they became one."""
    word = new_id()
    at = {"id": word, "at": stamp(clock()), "now": now["id"], "events": len(now["history"])}
    store.put(TABLE, word, before | at)
    return word


def _part(store: Store, word: str) -> None:
    """Make two candidates of one again."""
    kept = store.drop(TABLE, word)
    if kept is None or "there" not in kept:
        raise NotFound("The time to undo this is over.", action="Move the person by hand.")
    now, before = store.get("candidates", kept["now"]), kept["candidate"]
    if now is None or len(now["history"]) != kept["events"] or store.get("candidates", before["id"]):
        raise Conflict(f"@{before['handle']} was changed since the move.", action="Move the person by hand.")
    store.put("candidates", before["id"], before)
    store.put("candidates", kept["now"], kept["there"])
    for gift_id in kept["gifts"]:
        _hand_over(store, gift_id, before["list_id"])
