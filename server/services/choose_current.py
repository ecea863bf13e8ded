"""Use case: the brand and the list that badge and bookmark button work for."""

from dataclasses import dataclass

from server.domain.brand import Brand
from server.domain.candidate import SeedList
from server.services.edit_brands import all_brands, find_brand
from server.services.edit_lists import FIRST_LIST, add_list, all_lists, find_list
from server.services.ports import Clock, Store


@dataclass(frozen=True, kw_only=True, slots=True)
class Current:
    """What is chosen and what there is to choose from; brand and list are None before the first one is made."""

    brand: Brand | None
    brands: tuple[Brand, ...]
    list: SeedList | None
    lists: tuple[SeedList, ...]


def current_choice(store: Store) -> Current:
    """The choice; a brand or list that was removed falls back to the newest one."""
    chosen = store.get("settings", "choice") or {}
    brands, lists = all_brands(store), all_lists(store)
    return Current(
        brand=next((b for b in brands if b.id == chosen.get("brand")), brands[-1] if brands else None),
        brands=brands,
        list=next((found for found in lists if found.id == chosen.get("list")), lists[-1] if lists else None),
        lists=lists,
    )


def choose(store: Store, *, brand: str | None = None, list_id: str | None = None) -> Current:
    """Choose a brand, a list or both; raises NotFound. A list brings its brand along unless one is named."""
    chosen = dict(store.get("settings", "choice") or {})
    if list_id is not None:
        chosen["list"] = list_id
        chosen["brand"] = find_list(store, list_id).brand or chosen.get("brand")
    if brand is not None:
        chosen["brand"] = find_brand(store, brand).id
    store.put("settings", "choice", chosen)
    return current_choice(store)


def list_for_saving(store: Store, list_id: str | None, *, clock: Clock) -> SeedList:
    """The named list, else the chosen one, else a first one made now; raises NotFound for an unknown id."""
    if list_id is not None:
        return find_list(store, list_id)
    current = current_choice(store)
    if current.list:
        return current.list
    return add_list(store, FIRST_LIST, current.brand.id if current.brand else None, clock=clock)
