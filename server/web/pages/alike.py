"""/lists/<list>/alike: everybody saved or seen of late, ranked by how near they are to the ticked ones."""

from typing import Any

from flask import Blueprint, render_template, request

from server.domain.errors import InvalidInput
from server.services.account_address import account_address
from server.services.edit_lists import find_list
from server.services.find_alike import Alike, find_alike
from server.services.seen_profiles import Seen
from server.web.current import rooms
from server.web.pages.lists import brand_for, wanted
from server.web.pages.shown import names
from server.web.pages.shown.rows import row_of

blueprint = Blueprint("alike", __name__, url_prefix="/lists")
MOST_EXAMPLES = 10
MOST = 20
MOST_TOLD = 5
"""Niches and signals that are named of somebody."""


@blueprint.get("/<list_id>/alike")
def some(list_id: str) -> str:
    """The nearest twenty of all lists and of those seen; raises InvalidInput when nobody was ticked."""
    here = rooms()
    seed_list = find_list(here.store, list_id)
    keys = list(dict.fromkeys(request.args.getlist("key")))
    examples = [body for body in (here.store.get("candidates", key) for key in keys[:MOST_EXAMPLES]) if body]
    if not examples or len(keys) > MOST_EXAMPLES:
        raise InvalidInput("Choose one to ten people as examples.", action="Go back and tick them.")
    brand = brand_for(seed_list)
    seen = here.seen.all(brand.id if brand else None)
    found = find_alike(here.store, here.shelf, seen, examples, most=MOST)
    return render_template(
        "lists/alike.html",
        list=seed_list,
        brand=brand,
        examples=[row_of(body) for body in examples],
        rows=[_row(each) for each in found],
        wanted=wanted(brand),
    )


def _row(each: Alike) -> dict[str, Any]:
    """A saved person as in a list; one merely seen with what the small badge says."""
    near = {"near": round(each.likeness.value * 100), "why": each.likeness.why}
    if each.seen is not None:
        return near | _seen(each.seen)
    body = each.body or {}
    return near | {"one": row_of(body), "list_id": body["list_id"]}


def _seen(seen: Seen) -> dict[str, Any]:
    glance = seen.glance
    told = sorted(glance.shown, key=lambda id_: (-glance.shown[id_], id_))[:MOST_TOLD]
    return {
        "seen": seen,
        "address": account_address(seen.platform, seen.handle),
        "tier": names.TIERS.get(glance.tier or "", ""),
        "fit": glance.fit,
        "chips": [(id_, names.label(id_)) for id_ in told],
    }
