"""/lists/<list>/map: where the people of a list stand, and what of the brand's wishes it covers."""

from itertools import islice

from flask import Blueprint, render_template, url_for

from server.domain.account import Account
from server.services.edit_lists import find_list
from server.services.export_list import bodies
from server.services.join_accounts import all_joins
from server.services.map_list import map_list
from server.web.current import rooms
from server.web.pages.lists import brand_for
from server.web.pages.shown import plot
from server.web.pages.shown.circles import circles_of
from server.web.pages.shown.rows import also_words

blueprint = Blueprint("maps", __name__, url_prefix="/lists")
MOST = 2_000
"""Candidates that one plot shows; more would hide each other."""
OTHERS = 8
"""Niches and signals shown beside those that the brand asked for."""


@blueprint.get("/<list_id>/map")
def one(list_id: str) -> str:
    """Plots and circles of culture, each with a table of the same numbers."""
    here = rooms()
    seed_list = find_list(here.store, list_id)
    brand = brand_for(seed_list)
    people = list(islice(bodies(here.shelf, list_id), MOST))
    found = map_list(people, brand)
    joins = all_joins(here.store)
    axes = plot.axes_of(found.points)
    return render_template(
        "lists/map.html",
        list=seed_list,
        brand=brand,
        map=found,
        circles=circles_of(people, brand, joins),
        axes=axes,
        marks=plot.marks_of(found.points, axes),
        zones=plot.zones_of(axes, brand),
        also={body["id"]: also_words(joins.get(Account.of(body))) for body in people},
        links={point.id: url_for("reading.one", list_id=list_id, key=point.id) for point in found.points},
        ticks=plot.ticks_of(axes),
        plot=plot,
        most=MOST,
        others=OTHERS,
    )
