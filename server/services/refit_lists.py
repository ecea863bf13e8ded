"""Use case: after a brand changed, what is said of those saved for it is worked out anew from what was stored."""

from collections.abc import Iterator

from server.domain.brand import Brand
from server.domain.errors import InvalidInput
from server.scoring.restate import restate
from server.services.edit_lists import all_lists
from server.services.ports import Body, CandidateShelf, CandidateView, Store

BATCH = 200
"""Candidates of one transaction, so that saving from a page never waits long."""


def refit_lists(store: Store, shelf: CandidateShelf, brand: Brand, *, with_unnamed: bool) -> int:
    """Refit every list of the brand, and those of no brand when `with_unnamed`; how many fits are other ones now."""
    lists = [found.id for found in all_lists(store) if found.brand == brand.id or (with_unnamed and not found.brand)]
    return sum(refit(store, shelf, list_id, brand) for list_id in lists)


def refit_unnamed(store: Store, shelf: CandidateShelf, brand: Brand) -> int:
    """Refit the lists of no brand for the one in use; how many fits are other ones now."""
    return sum(refit(store, shelf, found.id, brand) for found in all_lists(store) if not found.brand)


def refit(store: Store, shelf: CandidateShelf, list_id: str, brand: Brand) -> int:
    """Refit one list; how many fits are other ones now."""
    changed = 0
    for keys in batches(list(keys_of(shelf, list_id))):
        with store.transaction():
            changed += sum(refit_one(store, key, brand) for key in keys)
    return changed


def refit_one(store: Store, key: str, brand: Brand) -> bool:
    """Store fit, tier and band for `brand` where they are others; an annotation that cannot be read stays."""
    body = store.get("candidates", key)
    if body is None:
        return False
    try:
        annotation = restate(body["annotation"], body["profile"], brand)
    except InvalidInput:
        return False
    if body["annotation"] == annotation:
        return False
    store.put("candidates", key, body | {"annotation": annotation})
    return True


def keys_of(shelf: CandidateShelf, list_id: str) -> Iterator[str]:
    """The ids of a list's candidates."""
    offset = 0
    while rows := rows_from(shelf, list_id, offset):
        yield from (row["id"] for row in rows)
        offset += len(rows)


def rows_from(shelf: CandidateShelf, list_id: str, offset: int) -> tuple[Body, ...]:
    """A batch of bodies, oldest first."""
    return shelf.page(CandidateView(list_id=list_id, descending=False, offset=offset, limit=BATCH)).rows


def batches(keys: list[str]) -> Iterator[list[str]]:
    """The keys in groups of `BATCH`."""
    return (keys[start : start + BATCH] for start in range(0, len(keys), BATCH))
