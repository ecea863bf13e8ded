"""Use case: erase a list with everybody and everything that belongs to it alone."""

from server.services.damaged_rows import damaged_of_list, erase_damaged
from server.services.edit_lists import find_list
from server.services.join_accounts import sweep_joins
from server.services.ports import Body, CandidateShelf, CandidateView, Store
from server.services.post_ledger import sweep_offers

BELONGING = ("gifts", "views")
"""Tables whose bodies name their list as `list_id`; candidates are found by the shelf."""
SLOTS = ("gifts_before", "removed_views", "last_changes")
"""Tables with one slot a list, under the list's id."""


def erase_list(store: Store, shelf: CandidateShelf, list_id: str) -> int:
    """Erase a list for good; returns how many people were on it. Who is on another list too stays there.

    Nobody is marked as forgotten: they may be saved again. Raises NotFound.
    """
    with store.transaction():
        find_list(store, list_id)
        people = take_everybody(store, shelf, list_id)
        for row in [row for row in store.rows("removed") if is_from(row, list_id)]:
            store.drop("removed", row["id"])
        for table in BELONGING:
            for row in rows_of(store, table, list_id):
                store.drop(table, row["id"])
        for table in SLOTS:
            store.drop(table, list_id)
        erase_damaged(store, damaged_of_list(store, list_id))
        store.drop("lists", list_id)
        sweep_joins(store, shelf)
        sweep_offers(store, shelf)
    store.scrub()
    return people


def take_everybody(store: Store, shelf: CandidateShelf, list_id: str) -> int:
    """Drop every candidate of a list; returns how many."""
    view, people = CandidateView(list_id=list_id, limit=500), 0
    while rows := shelf.page(view).rows:
        for row in rows:
            store.drop("candidates", row["id"])
        people += len(rows)
    return people


def is_from(row: Body, list_id: str) -> bool:
    """Whether somebody who can be brought back was on the list, or on both lists of a move."""
    return any(body["list_id"] == list_id for body in (row["candidate"], row.get("there")) if body)


def rows_of(store: Store, table: str, list_id: str) -> list[Body]:
    """The bodies of a table that belong to a list."""
    return [row for row in store.rows(table) if row["list_id"] == list_id]
