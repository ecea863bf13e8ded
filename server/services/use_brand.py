"""Use case: keep, choose or remove a brand, and let the saved fits follow it."""

from contextlib import suppress

from nlp.taxonomy import Taxonomy
from server.domain.brand import Brand
from server.domain.errors import NotReady
from server.services.choose_current import Current, choose, current_choice
from server.services.edit_brands import drop_brand, save_brand, with_proposals
from server.services.refit_lists import refit_lists, refit_unnamed
from server.services.rooms import Rooms


def keep_brand(here: Rooms, brand: Brand, taxonomy: Taxonomy) -> Brand:
    """The stored brand, and its lists' fits anew; lists of no brand follow when it is the one in use.

    While the reader starts, a brand without chosen wishes cannot be read, so its lists keep their fits until the
    next save. Raises InvalidInput for wishes that the taxonomy does not have and tier cuts that overlap.
    """
    stored = save_brand(here.store, brand, taxonomy)
    current = current_choice(here.store).brand
    with suppress(NotReady):
        used = with_proposals(stored, read=here.reading.read)
        refit_lists(here.store, here.shelf, used, with_unnamed=current is not None and current.id == stored.id)
    return stored


def use_brand(here: Rooms, *, brand: str | None = None, list_id: str | None = None) -> Current:
    """Choose a brand, a list or both; lists of no brand get the fit of another brand at once. Raises NotFound."""
    before = current_choice(here.store).brand
    current = choose(here.store, brand=brand, list_id=list_id)
    _follow(here, before, current)
    return current


def lose_brand(here: Rooms, brand_id: str) -> Brand:
    """Remove a brand; where it was in use, lists of no brand follow the one that takes its place. Raises NotFound."""
    before = current_choice(here.store).brand
    gone = drop_brand(here.store, brand_id)
    _follow(here, before, current_choice(here.store))
    return gone


def _follow(here: Rooms, before: Brand | None, current: Current) -> None:
    """Refit lists of no brand when another one is in use now; while the reader starts they keep their fits."""
    after = current.brand
    if after is None or (before is not None and before.id == after.id):
        return
    with suppress(NotReady):
        refit_unnamed(here.store, here.shelf, with_proposals(after, read=here.reading.read))
