"""GET /api/state and POST /api/select: the brand and list in use."""

from flask import Blueprint, Response

from server.services.choose_current import Current, current_choice
from server.services.use_brand import use_brand
from server.web.api.body import body, reply
from server.web.api.schemas import Named, SelectIn, StateOut
from server.web.current import rooms

blueprint = Blueprint("api_state", __name__, url_prefix="/api")


@blueprint.get("/state")
def state() -> Response:
    """What is chosen and what there is."""
    return reply(present(current_choice(rooms().store)))


@blueprint.post("/select")
def select() -> Response:
    """Choose a brand, a list or both."""
    given = body(SelectIn)
    return reply(present(use_brand(rooms(), brand=given.brand, list_id=given.list)))


def present(current: Current) -> StateOut:
    """The choice as the extension reads it."""
    brands = [Named(id=brand.id or "", name=brand.name) for brand in current.brands]
    lists = [Named(id=found.id, name=found.name) for found in current.lists]
    brand, chosen = current.brand, current.list
    return StateOut(
        brand=Named(id=brand.id or "", name=brand.name) if brand else None,
        brands=brands,
        list=Named(id=chosen.id, name=chosen.name) if chosen else None,
        lists=lists,
    )
