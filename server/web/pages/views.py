"""/lists/<list>/views: filters and orders kept under a name, shown as tabs above the list."""

from urllib.parse import parse_qsl

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from server.services.edit_lists import find_list
from server.services.saved_views import drop_view, keep_view, rename_view, restore_view
from server.web.current import rooms
from server.web.pages.undo import Undo
from server.web.pages.view_args import Args, cleaned, query_of

blueprint = Blueprint("views", __name__, url_prefix="/lists")


@blueprint.post("/<list_id>/views")
def keep(list_id: str) -> ResponseReturnValue:
    """Keep the filter and order of the address as a view."""
    store = rooms().store
    find_list(store, list_id)
    asked = cleaned(Args(parse_qsl(request.form.get("query", ""))))
    made = keep_view(store, list_id, request.form.get("name", ""), query_of(asked))
    return shown(list_id, made.query, "view_kept")


@blueprint.post("/<list_id>/views/<view_id>/rename")
def rename(list_id: str, view_id: str) -> ResponseReturnValue:
    """Give a view another name."""
    changed = rename_view(rooms().store, list_id, view_id, request.form.get("name", ""))
    return shown(list_id, changed.query, "view_renamed")


@blueprint.post("/<list_id>/views/<view_id>/remove")
def remove(list_id: str, view_id: str) -> ResponseReturnValue:
    """Take a view away; the list stays as it is shown."""
    return shown(list_id, drop_view(rooms().store, list_id, view_id).query, "view_removed")


@blueprint.post("/<list_id>/views/undo")
def undo(list_id: str) -> ResponseReturnValue:
    """Bring the view back that was taken away last."""
    return shown(list_id, restore_view(rooms().store, list_id).query, "undone")


def shown(list_id: str, query: str, said: str) -> ResponseReturnValue:
    """To the list in that view."""
    return redirect(f"{url_for('lists.one', list_id=list_id)}?{query}{'&' if query else ''}said={said}", 303)


def way_back(list_id: str) -> Undo | None:
    """The form that brings a view back, right after it was taken away."""
    if request.args.get("said") != "view_removed":
        return None
    return Undo(action=url_for("views.undo", list_id=list_id), fields=())
