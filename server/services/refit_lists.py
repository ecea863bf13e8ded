"""Use case: after a brand changed, the fit of everybody saved for it is worked out anew from what was stored."""

from collections.abc import Iterator

from server.domain.brand import Brand
from server.domain.errors import InvalidInput
from server.scoring.rescore import rescore
from server.scoring.wire import fit_to_json
from server.services.edit_lists import all_lists
from server.services.ports import Body, CandidateShelf, CandidateView, Store

BATCH = 200
"""Candidates of one transaction, so that saving from a page never waits long."""


def refit_lists(store: Store, shelf: CandidateShelf, brand: Brand, *, with_unnamed: bool) -> int:
    """Refit every list of the brand, and those of no brand when `with_unnamed`; how many fits are other ones now."""
    lists = [found.id for found in all_lists(store) if found.brand == brand.id or (with_unnamed and not found.brand)]
    return sum(refit(store, shelf, list_id, brand) for list_id in lists)


def refit(store: Store, shelf: CandidateShelf, list_id: str, brand: Brand) -> int:
    """Refit one list; how many fits are other ones now."""
    changed = 0
    for keys in batches(list(keys_of(shelf, list_id))):
        with store.transaction():
            changed += sum(refit_one(store, key, brand) for key in keys)
    return changed


def refit_one(store: Store, key: str, brand: Brand) -> bool:
    """Store the fit for `brand` where it is another one; an annotation that cannot be read stays as it is."""
    body = store.get("candidates", key)
    if body is None:
        return False
    try:
        fit = fit_to_json(rescore(body["annotation"], brand, body["profile"]))
    except InvalidInput:
        return False
    if body["annotation"].get("fit") == fit:
        return False
    store.put("candidates", key, body | {"annotation": body["annotation"] | {"fit": fit}})
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
