"""Use case: make, rename and find lists."""

from dataclasses import replace

from server.domain.candidate import SeedList
from server.domain.errors import InvalidInput, NotFound
from server.domain.ids import new_id
from server.services.candidate_records import list_from_body, list_to_body
from server.services.ports import Clock, Store

FIRST_LIST = "First list"


def add_list(store: Store, name: str, brand: str | None, *, clock: Clock) -> SeedList:
    """A new, empty list; raises InvalidInput without a name or when the name is taken."""
    title = checked_name(store, name)
    made = SeedList(id=new_id(), name=title, brand=brand, created_at=clock())
    store.put("lists", made.id, list_to_body(made))
    return made


def rename_list(store: Store, list_id: str, name: str) -> SeedList:
    """The list under its new name; raises NotFound or InvalidInput."""
    known = find_list(store, list_id)
    if name.strip() == known.name:
        return known
    renamed = replace(known, name=checked_name(store, name))
    store.put("lists", list_id, list_to_body(renamed))
    return renamed


def find_list(store: Store, list_id: str) -> SeedList:
    """A list by its id; raises NotFound."""
    body = store.get("lists", list_id)
    if body is None:
        raise NotFound("There is no such list.", action="Choose one of the lists on the page.", field="list")
    return list_from_body(body)


def all_lists(store: Store) -> tuple[SeedList, ...]:
    """Every list, oldest first."""
    return tuple(list_from_body(body) for body in store.rows("lists"))


def checked_name(store: Store, name: str) -> str:
    """A trimmed, free name of 1 to 80 characters; raises InvalidInput."""
    title = name.strip()
    if not 1 <= len(title) <= 80:
        raise InvalidInput("A list needs a name of 1 to 80 characters.", field="name", action="Type a short name.")
    if any(known.name.casefold() == title.casefold() for known in all_lists(store)):
        raise InvalidInput(f"There is a list “{title}” already.", field="name", action="Choose another name.")
    return title
