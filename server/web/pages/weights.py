"""/brands/<brand>/weights: how much each part of the fit counts, with a look at the order before it is saved."""

from itertools import islice
from math import isfinite
from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from server.domain.brand import Brand
from server.domain.errors import InvalidInput, NotReady
from server.scoring.parts import PARTS
from server.scoring.weights import load_weights, weights_of
from server.services.edit_brands import find_brand, with_proposals
from server.services.preview_order import Place, preview_order
from server.services.saved_for_brand import saved_for
from server.services.weigh_brand import keep_weights, weighed, weights_before
from server.web.current import rooms
from server.web.pages.brand_form import Fields
from server.web.pages.brands import kept
from server.web.pages.undo import Undo

blueprint = Blueprint("weights", __name__, url_prefix="/brands")
MOST = 2_000
"""Saved people that the preview looks at."""
HEAVIEST = 100.0
UNDOABLE = ("weights_saved", "weights_reset")


@blueprint.get("/<brand_id>/weights")
def one(brand_id: str) -> str:
    """The weights; with fields in the address, the order that they would give."""
    brand = find_brand(rooms().store, brand_id)
    return show(brand, weighed(brand, weights_from(request.args, brand)))


@blueprint.post("/<brand_id>/weights")
def save(brand_id: str) -> ResponseReturnValue:
    """Keep the weights, or go back to those of the goal."""
    brand = find_brand(rooms().store, brand_id)
    is_reset = request.form.get("do") == "reset"
    try:
        changed = weighed(brand, load_weights()[brand.goal] if is_reset else weights_from(request.form, brand))
    except InvalidInput as fault:
        return show(brand, brand, fault=fault), 422
    keep_weights(rooms().store, brand)
    kept(changed)
    return redirect(url_for("weights.one", brand_id=brand_id, said=UNDOABLE[is_reset]), 303)


@blueprint.post("/<brand_id>/weights/undo")
def undo(brand_id: str) -> ResponseReturnValue:
    """The weights before the last change."""
    store = rooms().store
    brand = find_brand(store, brand_id)
    before = weights_before(store, brand)
    keep_weights(store, brand)
    kept(before)
    return redirect(url_for("weights.one", brand_id=brand_id, said="undone"), 303)


def weights_from(form: Fields, brand: Brand) -> dict[str, float]:
    """Fields "weight:craft" = "2.5" over the brand's weights; raises InvalidInput."""
    given = {key.removeprefix("weight:"): form[key] for key in form if key.startswith("weight:")}
    return {**weights_of(brand), **{part: number(text, part) for part, text in given.items()}}


def number(text: str, part: str) -> float:
    """A weight from 0 to 100; raises InvalidInput."""
    try:
        weight = float(text.replace(",", "."))
    except ValueError:
        weight = -1.0
    if not (isfinite(weight) and 0 <= weight <= HEAVIEST):
        raise InvalidInput(f"“{text}” is not a weight.", field=f"weights.{part}", action="Use a number from 0 to 100.")
    return weight


def show(brand: Brand, tried: Brand, *, fault: InvalidInput | None = None) -> str:
    """The page; `tried` has the weights that are looked at."""
    places, why_none = order(brand, tried)
    said = request.args.get("said", "")
    return render_template(
        "brands/weights.html",
        brand=brand,
        rows=rows(brand, tried),
        places=places,
        why_none=why_none,
        is_tried=weights_of(brand) != weights_of(tried),
        fault=fault,
        undo=Undo(action=url_for("weights.undo", brand_id=brand.id), fields=()) if said in UNDOABLE else None,
    )


def rows(brand: Brand, tried: Brand) -> list[dict[str, Any]]:
    """Each part with its weight, its share of the whole and what the goal says, in the order of the fit."""
    weights, preset = weights_of(tried), load_weights()[brand.goal]
    whole = sum(weights.values()) or 1.0
    return [
        {"id": p.id, "label": p.label, "weight": weights[p.id], "share": weights[p.id] / whole, "usual": preset[p.id]}
        for p in PARTS
    ]


def order(brand: Brand, tried: Brand) -> tuple[tuple[Place, ...], str]:
    """The best ten as they would stand, or why there is nothing to show."""
    here = rooms()
    saved = list(islice(saved_for(here.store, here.shelf, brand.id or ""), MOST))
    if not saved:
        return (), "Nobody is saved for this brand yet, so there is no order to show."
    try:
        pair = [with_proposals(each, read=here.reading.read) for each in (brand, tried)]
        return preview_order(saved, pair[0], pair[1]), ""
    except (NotReady, InvalidInput) as fault:
        return (), f"{fault.message} {fault.action}"
