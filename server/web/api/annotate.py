"""POST /api/annotate and /api/known: what the badge shows. Only of saved people is more than the rate kept."""

from flask import Blueprint, Response

from server.scoring.wire import annotation_to_json
from server.services.annotate_profile import annotate_profile
from server.services.choose_current import current_choice
from server.services.edit_brands import with_proposals
from server.services.find_saved import known_accounts, remember, saved_marks
from server.services.note_sighting import note_sighting
from server.services.offer_posts import brands_of, offer_posts
from server.services.own_distribution import own_usual_to_json
from server.services.preferences import keeps_contacts
from server.web.api.body import body, reply
from server.web.api.schemas import KnownIn
from server.web.current import rooms
from server.wire.profile_in import ProfileIn, to_profile

blueprint = Blueprint("api_annotate", __name__, url_prefix="/api")


@blueprint.post("/annotate")
def annotate() -> Response:
    """The annotation of the contract, with `saved`: the lists that hold the account."""
    here = rooms()
    profile = to_profile(body(ProfileIn))
    current = current_choice(here.store)
    brand = with_proposals(current.brand, read=here.reading.read) if current.brand else None
    marks = saved_marks(here.shelf, current, profile.platform, profile.handle) if profile.handle else []
    held_for = brands_of(here.store, marks, current.brands) if marks else ()
    names = tuple(each.name for each in held_for)
    annotation = annotate_profile(profile, brand, read=here.reading.read, clock=here.clock, names=names)
    if profile.handle and here.seen.get(profile.platform, profile.handle, brand.id if brand else None) is None:
        here.rates.note(annotation)
    remember(here.seen, annotation, brand.id if brand else None, clock=here.clock)
    if marks:
        offer_posts(here.store, marks, held_for, profile, annotation, clock=here.clock)
        keys, keeps = [mark["candidate"] for mark in marks], keeps_contacts(here.store, here.settings)
        note_sighting(here.store, keys, profile, annotation, clock=here.clock, keep_contacts=keeps)
    said = annotation_to_json(annotation)
    yours = here.rates.usual(annotation)
    if yours is not None:
        said["engagement"]["usual_of_yours"] = own_usual_to_json(yours)
    return reply(said | {"saved": marks or None})


@blueprint.post("/known")
def known() -> Response:
    """Which of a page's handles are saved or were seen."""
    here = rooms()
    given = body(KnownIn)
    found = known_accounts(here.shelf, here.seen, current_choice(here.store), given.platform, given.handles)
    return reply({"known": found})
