"""/brands/<brand>/learning: weights learned from one's own choices, with the proof; taken only by a click."""

from collections.abc import Mapping
from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from server.domain.brand import Brand
from server.domain.errors import Conflict, InvalidInput, NotReady
from server.scoring.choice_table import load_learning
from server.scoring.parts import PARTS
from server.scoring.weights import weights_of
from server.services.edit_brands import find_brand, with_proposals
from server.services.own_choices import OwnChoices, own_choices
from server.services.saved_for_brand import saved_for
from server.services.weigh_brand import keep_weights, weighed
from server.web.current import rooms
from server.web.pages.brands import kept
from server.web.pages.undo import Undo

blueprint = Blueprint("learning", __name__, url_prefix="/brands")


@blueprint.get("/<brand_id>/learning")
def one(brand_id: str) -> str:
    """What the choices say, and whether that orders them better than the weights in use."""
    brand = find_brand(rooms().store, brand_id)
    try:
        found, fault = learned(brand), None
    except (NotReady, InvalidInput) as refused:
        found, fault = None, refused
    return render_template(
        "brands/learning.html",
        brand=brand,
        found=found,
        fault=fault,
        least=load_learning().least_of_each,
        rows=rows(brand, found) if found else [],
        undo=way_back(brand_id),
    )


@blueprint.post("/<brand_id>/learning")
def accept(brand_id: str) -> ResponseReturnValue:
    """Use the learned weights, if they are still better. Raises Conflict when they are not."""
    store = rooms().store
    brand = find_brand(store, brand_id)
    lesson = learned(brand).lesson
    if not lesson.offered:
        raise Conflict("Your choices changed meanwhile, and the weights in use do as well.", action="Look again.")
    keep_weights(store, brand)
    kept(weighed(brand, lesson.weights))
    return redirect(url_for("learning.one", brand_id=brand_id, said="learned"), 303)


def learned(brand: Brand) -> OwnChoices:
    """The lesson of a brand's saved people. Raises NotReady while the reader starts."""
    here = rooms()
    used = with_proposals(brand, read=here.reading.read)
    return own_choices(saved_for(here.store, here.shelf, brand.id or ""), used)


def rows(brand: Brand, found: OwnChoices) -> list[dict[str, Any]]:
    """Each part's share of the whole now and as learned; those that change most come first."""
    now, then = shares(weights_of(brand)), shares(found.lesson.weights)
    ordered = sorted(PARTS, key=lambda part: -abs(then[part.id] - now[part.id]))
    return [{"label": part.label, "now": now[part.id], "then": then[part.id]} for part in ordered]


def shares(weights: Mapping[str, float]) -> dict[str, float]:
    """Weights as shares of their sum."""
    whole = sum(weights.values()) or 1.0
    return {part: weight / whole for part, weight in weights.items()}


def way_back(brand_id: str) -> Undo | None:
    """The form that takes learned weights back."""
    if request.args.get("said") != "learned":
        return None
    return Undo(action=url_for("weights.undo", brand_id=brand_id), fields=())
