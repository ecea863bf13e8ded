"""Use case: all lists at a glance, and one page of a list."""

from dataclasses import dataclass

from server.domain.candidate import SeedList
from server.services.edit_lists import all_lists
from server.services.ports import CandidateShelf, CandidateView, Store


@dataclass(frozen=True, kw_only=True, slots=True)
class Overview:
    """A list, how many are on it, and how many of them are past the first look."""

    list: SeedList
    total: int
    under_way: int


UNDER_WAY = ("asked", "yes", "sent", "arrived", "seen_wearing")


def overviews(store: Store, shelf: CandidateShelf) -> tuple[Overview, ...]:
    """Every list, newest first."""
    return tuple(overview(shelf, found) for found in reversed(all_lists(store)))


def overview(shelf: CandidateShelf, seed_list: SeedList) -> Overview:
    """One list's counts, without reading its candidates."""
    return Overview(
        list=seed_list,
        total=shelf.page(CandidateView(list_id=seed_list.id, limit=1)).total,
        under_way=shelf.page(CandidateView(list_id=seed_list.id, stages=UNDER_WAY, limit=1)).total,
    )
