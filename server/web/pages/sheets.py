"""/lists/<list>/sheet: a list on paper, to show a client: everybody of the view, without what is only for the team."""

from dataclasses import replace
from datetime import date

from flask import Blueprint, render_template, request

from server.domain.account import Account
from server.services.edit_lists import find_list
from server.services.join_accounts import joined_with
from server.web.current import rooms
from server.web.pages import view_args
from server.web.pages.asked_view import asked_view
from server.web.pages.filters import filters
from server.web.pages.lists import brand_for, wanted
from server.web.pages.shown.rows import marked_row

blueprint = Blueprint("sheets", __name__, url_prefix="/lists")
MOST = 500
"""People on one sheet; paper has an end."""


@blueprint.get("/<list_id>/sheet")
def one(list_id: str) -> str:
    """The list as filtered and sorted in the address; notes and stages only when asked for with team=yes."""
    here = rooms()
    seed_list = find_list(here.store, list_id)
    args = view_args.cleaned(request.args)
    found = here.shelf.page(replace(asked_view(args, list_id), offset=0, limit=MOST))
    brand = brand_for(seed_list)
    today: date = here.clock().date()
    return render_template(
        "lists/sheet.html",
        list=seed_list,
        brand=brand,
        rows=[marked_row(body, joined_with(here.store, Account.of(body))) for body in found.rows],
        total=found.total,
        filters=filters(args),
        back=view_args.link(args),
        query=view_args.link(args),
        for_team=request.args.get("team") == "yes",
        today=today.isoformat(),
        wanted=wanted(brand),
    )
