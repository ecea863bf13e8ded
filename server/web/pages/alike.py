"""/lists/<list>/alike: everybody saved, ranked by how near they are to the ticked ones."""

from typing import Any

from flask import Blueprint, render_template, request

from server.domain.errors import InvalidInput
from server.services.edit_lists import find_list
from server.services.find_alike import find_alike
from server.web.current import rooms
from server.web.pages.lists import brand_for, wanted
from server.web.pages.shown.rows import row_of

blueprint = Blueprint("alike", __name__, url_prefix="/lists")
MOST_EXAMPLES = 10
MOST = 20


@blueprint.get("/<list_id>/alike")
def some(list_id: str) -> str:
    """The nearest twenty of all lists; raises InvalidInput when nobody was ticked."""
    here = rooms()
    seed_list = find_list(here.store, list_id)
    keys = list(dict.fromkeys(request.args.getlist("key")))
    examples = [body for body in (here.store.get("candidates", key) for key in keys[:MOST_EXAMPLES]) if body]
    if not examples or len(keys) > MOST_EXAMPLES:
        raise InvalidInput("Choose one to ten people as examples.", action="Go back and tick them.")
    brand = brand_for(seed_list)
    found = find_alike(here.store, here.shelf, examples, most=MOST)
    rows: list[dict[str, Any]] = [
        {"one": row_of(each.body), "list_id": each.body["list_id"], "by": each} for each in found
    ]
    return render_template(
        "lists/alike.html",
        list=seed_list,
        brand=brand,
        examples=[row_of(body) for body in examples],
        rows=rows,
        wanted=wanted(brand),
    )
