"""Save, change, remove and bring back candidates."""

from typing import Any

import msgspec
from flask import Blueprint, Response

from server.domain.brand import Brand
from server.domain.candidate import Candidate, SeedList
from server.services.annotate_profile import annotate_profile
from server.services.bookmark_candidate import bookmark, change, find_candidate, remove, restore
from server.services.choose_current import current_choice, list_for_saving
from server.services.edit_brands import find_brand, with_proposals
from server.services.find_saved import saved_marks
from server.services.preferences import keeps_contacts
from server.services.rooms import Rooms
from server.web.api.body import body, reply
from server.web.api.schemas import ChangeIn, SaveIn, UndoOut
from server.web.current import rooms
from server.wire.profile_in import to_profile

blueprint = Blueprint("api_candidates", __name__, url_prefix="/api")


@blueprint.post("/candidates")
def save() -> Response:
    """Save to the named or the chosen list; doing it twice is doing it once."""
    here = rooms()
    given = body(SaveIn)
    profile = to_profile(given.profile)
    seed_list = list_for_saving(here.store, given.list, clock=here.clock)
    annotation = annotate_profile(profile, brand_of(here, seed_list), read=here.reading.read, clock=here.clock)
    contacts = keeps_contacts(here.store, here.settings)
    kept = bookmark(here.store, seed_list, profile, annotation, clock=here.clock, keep_contacts=contacts)
    is_new = kept.revision == 1
    changes = {k: v for k, v in (("note", given.note), ("tags", given.tags)) if v is not None}
    if changes:
        kept = change(here.store, kept.id, changes, clock=here.clock)
    return reply(marks(here, kept), 201 if is_new else 200)


@blueprint.patch("/candidates/<key>")
def edit(key: str) -> Response:
    """Set note, tags or stage."""
    here = rooms()
    given = msgspec.structs.asdict(body(ChangeIn))
    kept = change(here.store, key, {k: v for k, v in given.items() if v is not None}, clock=here.clock)
    return reply(marks(here, kept))


@blueprint.delete("/candidates/<key>")
def take_off(key: str) -> Response:
    """Take a candidate off its list; `restore` brings it back for a while."""
    here = rooms()
    return reply(UndoOut(undo=remove(here.store, key, clock=here.clock)))


@blueprint.post("/candidates/<undo>/restore")
def bring_back(undo: str) -> Response:
    """Undo a removal by the id that it gave."""
    here = rooms()
    return reply(marks(here, restore(here.store, undo)))


@blueprint.get("/candidates/<key>")
def one(key: str) -> Response:
    """Where the account of a candidate is saved."""
    here = rooms()
    return reply(marks(here, find_candidate(here.store, key)))


def brand_of(here: Rooms, seed_list: SeedList) -> Brand | None:
    """The brand that a list is for, else the chosen one."""
    brand = find_brand(here.store, seed_list.brand) if seed_list.brand else current_choice(here.store).brand
    return with_proposals(brand, read=here.reading.read) if brand else None


def marks(here: Rooms, candidate: Candidate) -> dict[str, Any]:
    """Every list that holds the candidate's account."""
    current = current_choice(here.store)
    return {"saved": saved_marks(here.shelf, current, candidate.platform, candidate.handle)}
