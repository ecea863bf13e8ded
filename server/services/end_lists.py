"""Use case: a list that is erased on a day of the user's choice, announced for a week before; off unless chosen."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from server.domain.candidate import SeedList
from server.domain.errors import InvalidInput
from server.services.candidate_records import iso, list_to_body
from server.services.edit_lists import all_lists, find_list
from server.services.erase_list import erase_list
from server.services.ports import Body, CandidateShelf, Clock, Store

NOTICE = timedelta(days=7)
"""A list is erased only after its end was shown on a page for so long, whenever its day was."""
REMEMBERED = timedelta(days=30)
"""How long the pages say that a list has ended."""
ENDED = "ended_lists"


@dataclass(frozen=True, kw_only=True, slots=True)
class Ending:
    """A list whose end is announced, and the day on which it is erased."""

    list: SeedList
    on: date


def set_end(store: Store, list_id: str, day: date | None, *, clock: Clock) -> SeedList:
    """Erase the list on a day, or keep it with None; raises NotFound, or InvalidInput for a day within a week."""
    known = find_list(store, list_id)
    if day is not None and day < clock().date() + NOTICE:
        raise InvalidInput(
            "A list is announced for a week before it is erased.",
            field="ends_on",
            action=f"Choose {iso(clock().date() + NOTICE)} or a later day.",
        )
    ending = replace(known, ends_on=day, announced_on=None)
    store.put("lists", list_id, list_to_body(ending))
    return ending


def announce(store: Store, *, clock: Clock) -> tuple[Ending, ...]:
    """The lists that end within a week, for a page that shows them now: their week counts from the first showing."""
    today = clock().date()
    return tuple(ending for known in all_lists(store) for ending in _announced(store, known, today))


def end_lists(store: Store, shelf: CandidateShelf, *, clock: Clock) -> tuple[str, ...]:
    """Erase the lists whose day has come and whose week has passed; their names."""
    today = clock().date()
    over = [known for known in all_lists(store) if is_over(known, today)]
    for known in over:
        people = erase_list(store, shelf, known.id)
        store.put(ENDED, known.id, {"id": known.id, "name": known.name, "on": iso(today), "people": people})
    for row in [row for row in store.rows(ENDED) if date.fromisoformat(row["on"]) + REMEMBERED < today]:
        store.drop(ENDED, row["id"])
    return tuple(known.name for known in over)


def ended_lists(store: Store) -> tuple[Body, ...]:
    """What ended in the last days: `name`, `on` and how many `people`; nothing about them."""
    return tuple(store.rows(ENDED))


def is_over(seed_list: SeedList, today: date) -> bool:
    """Whether its day has come and its end was shown a week ago or earlier."""
    end, shown = seed_list.ends_on, seed_list.announced_on
    return end is not None and shown is not None and end <= today and shown + NOTICE <= today


def _announced(store: Store, known: SeedList, today: date) -> Iterator[Ending]:
    if known.ends_on is None or known.ends_on > today + NOTICE:
        return
    is_shown = known.announced_on is not None and known.announced_on <= today
    shown = known if is_shown else replace(known, announced_on=today)
    if shown is not known:
        store.put("lists", known.id, list_to_body(shown))
    yield Ending(list=shown, on=max(known.ends_on, (shown.announced_on or today) + NOTICE))
