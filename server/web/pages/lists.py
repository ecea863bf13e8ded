"""/lists: every list, and one list as table or cards with search, filters, sort and pages."""

from dataclasses import replace
from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from nlp.taxonomy import load_taxonomy
from server.domain.account import Account
from server.domain.brand import Brand
from server.domain.candidate import SeedList
from server.domain.errors import InvalidInput
from server.scoring.locale_names import country, language
from server.services.choose_current import choose, current_choice
from server.services.edit_lists import add_list, find_list, rename_list
from server.services.end_lists import NOTICE, announce, ended_lists
from server.services.join_accounts import joined_with
from server.services.review_lists import overviews
from server.services.saved_views import views_of
from server.web.current import rooms
from server.web.pages import view_args
from server.web.pages.asked_view import asked_view
from server.web.pages.filters import cleared, filters, loosened
from server.web.pages.shown.rows import marked_row
from server.web.pages.undo import undo_from
from server.web.pages.views import way_back

blueprint = Blueprint("lists", __name__, url_prefix="/lists")
KINDS = ("tags", "languages", "places", "countries")
MOST_LISTED = 60
"""Tags, languages and places that the filter offers of each kind, most frequent first."""


@blueprint.get("")
def every() -> str:
    """All lists with how many are on them."""
    return show_all()


@blueprint.post("")
def make() -> ResponseReturnValue:
    """A new list for the brand in use; what is saved from now on goes there."""
    here = rooms()
    brand = current_choice(here.store).brand
    try:
        made = add_list(here.store, request.form.get("name", ""), brand.id if brand else None, clock=here.clock)
    except InvalidInput as fault:
        return show_all(fault=fault), 422
    choose(here.store, list_id=made.id)
    return redirect(url_for("lists.one", list_id=made.id, said="list_made"), 303)


@blueprint.post("/<list_id>/rename")
def rename(list_id: str) -> ResponseReturnValue:
    """Give a list another name."""
    rename_list(rooms().store, list_id, request.form.get("name", ""))
    return redirect(url_for("lists.one", list_id=list_id, said="renamed"), 303)


@blueprint.get("/<list_id>")
def one(list_id: str) -> str:
    """One page of a list."""
    here = rooms()
    seed_list = find_list(here.store, list_id)
    words = page_words(seed_list)
    words["undo"] = way_back(list_id) or words["undo"]
    args = words["args"]
    return render_template(
        "lists/one.html",
        **words,
        saved_views=views_of(here.store, list_id),
        query=view_args.query_of(args),
        cleared=cleared(args),
        loosened=() if words["rows"] else loosened(args, lambda rest: counted(rest, list_id)),
        frequent={kind: here.shelf.frequent(list_id, kind, limit=MOST_LISTED) for kind in KINDS},
        language=language,
        country=country,
        endings=[ending for ending in announce(here.store, clock=here.clock) if ending.list.id == list_id],
        first_end=here.clock().date() + NOTICE,
    )


def counted(args: view_args.Args, list_id: str) -> int:
    """How many a view finds."""
    here = rooms()
    return here.shelf.page(replace(asked_view(args, list_id), offset=0, limit=1)).total


def show_all(*, fault: InvalidInput | None = None) -> str:
    """The page of all lists."""
    here = rooms()
    return render_template(
        "lists/all.html",
        choice=current_choice(here.store),
        overviews=overviews(here.store, here.shelf),
        fault=fault,
        endings=announce(here.store, clock=here.clock),
        ended=ended_lists(here.store),
    )


def page_words(seed_list: SeedList) -> dict[str, Any]:
    """What the templates of a list need: rows, counts, filters, links."""
    here = rooms()
    args = view_args.cleaned(request.args)
    found = here.shelf.page(asked_view(args, seed_list.id))
    brand = brand_for(seed_list)
    return {
        "list": seed_list,
        "brand": brand,
        "rows": [marked_row(body, joined_with(here.store, Account.of(body))) for body in found.rows],
        "total": found.total,
        "whole": counted(view_args.Args(), seed_list.id),
        "args": args,
        "view": view_args,
        "filters": filters(args),
        "page": view_args.page_of(args),
        "pages": max(1, -(-found.total // view_args.PAGE_SIZE)),
        "here": view_args.link(args, page=args.get("page")),
        "wanted": wanted(brand),
        "taxonomy": load_taxonomy(),
        "undo": undo_from(request.args, seed_list.id, request.path),
    }


def brand_for(seed_list: SeedList) -> Brand | None:
    """The brand that a list is for; the one in use when the list has none or it was removed."""
    choice = current_choice(rooms().store)
    return next((brand for brand in choice.brands if brand.id == seed_list.brand), choice.brand)


def wanted(brand: Brand | None) -> frozenset[str]:
    """Niches and signals that the brand looks for."""
    return frozenset((*brand.niches, *brand.signals)) if brand else frozenset()
