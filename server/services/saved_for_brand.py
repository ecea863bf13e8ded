"""Use case: everybody saved for one brand, whichever of its lists they are on."""

from collections.abc import Iterator

from server.services.choose_current import current_choice
from server.services.edit_lists import all_lists
from server.services.ports import Body, CandidateShelf, Store
from server.services.refit_lists import rows_from


def saved_for(store: Store, shelf: CandidateShelf, brand_id: str) -> Iterator[Body]:
    """Candidates of the brand's lists, list by list; lists of no brand belong to the one in use."""
    current = current_choice(store).brand
    is_used = current is not None and current.id == brand_id
    for found in all_lists(store):
        if found.brand == brand_id or (is_used and not found.brand):
            yield from on_list(shelf, found.id)


def on_list(shelf: CandidateShelf, list_id: str) -> Iterator[Body]:
    """The candidates of one list, oldest first."""
    offset = 0
    while rows := rows_from(shelf, list_id, offset):
        yield from rows
        offset += len(rows)
