"""Use case: everybody whom a view of a list finds, as keys for one change, and the way back of a long one.

A page names the people of its change by itself; a change of more people than that is kept here until the next one.
"""

from collections.abc import Iterable

from server.domain.errors import InvalidInput, NotFound
from server.domain.ids import new_id
from server.services.ports import Body, CandidateShelf, CandidateView, Store
from server.services.whole_view import batches

MOST = 10_000
"""People changed at once: some seconds of work; more is told to be filtered further."""
PIECE = 500
TABLE = "last_changes"
"""One slot a list: the keys that undo its last long change."""


def keys_of(shelf: CandidateShelf, view: CandidateView) -> list[str]:
    """The keys of everybody in a view, whatever its page; raises InvalidInput when they are too many."""
    keys: list[str] = []
    for found in batches(shelf, view, batch=PIECE):
        if found.total > MOST:
            raise InvalidInput(
                f"{found.total:,} people are more than can be changed at once.",
                field="all",
                action=f"Filter the list to at most {MOST:,} and change them in parts.",
            )
        keys += [row["id"] for row in found.rows]
    return keys


def keep_keys(store: Store, list_id: str, what: str, keys: Iterable[str]) -> str:
    """Keep the keys that undo a list's last change; returns the word that `kept_keys` takes."""
    word = new_id()
    store.put(TABLE, list_id, {"list_id": list_id, "word": word, "what": what, "keys": list(keys)})
    return word


def kept_keys(store: Store, list_id: str, what: str, word: str) -> list[str]:
    """The keys under that word, once; raises NotFound when a later change took their place."""
    kept = store.get(TABLE, list_id)
    if kept is None or (kept["word"], kept["what"]) != (word, what):
        raise NotFound("This change cannot be undone any more.", action="Change it by hand.")
    store.drop(TABLE, list_id)
    return list(kept["keys"])


def slots_naming(store: Store, platform: str, handle: str) -> list[Body]:
    """The slots that name an account, with its keys alone: before any ":" a key ends with its platform and handle."""
    end = f".{platform}.{handle.lower()}"
    own = [(kept, [key for key in kept["keys"] if key.partition(":")[0].endswith(end)]) for kept in store.rows(TABLE)]
    return [kept | {"keys": keys} for kept, keys in own if keys]


def forget_keys(store: Store, platform: str, handle: str) -> None:
    """Erase the slots that name an account."""
    for kept in slots_naming(store, platform, handle):
        store.drop(TABLE, kept["list_id"])
