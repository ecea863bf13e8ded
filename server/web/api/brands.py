"""Brands over the API: list, add, change, remove, and proposals from a brand's own words."""

from dataclasses import replace
from typing import Any

from flask import Blueprint, Response

from nlp.taxonomy import load_taxonomy
from server.domain.brand import Brand
from server.domain.errors import InvalidInput
from server.services.edit_brands import all_brands, find_brand, propose_wishes
from server.services.use_brand import keep_brand, lose_brand
from server.web.api.body import body, reply
from server.web.current import rooms
from server.wire.brand_in import BrandIn, brand_to_json, to_brand

blueprint = Blueprint("api_brands", __name__, url_prefix="/api/brands")


@blueprint.get("")
def every() -> Response:
    """All brands, oldest first."""
    return reply({"brands": [brand_to_json(brand) for brand in all_brands(rooms().store)]})


@blueprint.post("")
def add() -> Response:
    """A new brand; its id is given by the server."""
    given = to_brand(body(BrandIn))
    if given.id is not None:
        raise InvalidInput("A new brand has no id yet.", field="id", action="Leave it out, or use PATCH.")
    return reply(_kept(given), 201)


@blueprint.patch("/<brand_id>")
def replace_brand(brand_id: str) -> Response:
    """The whole brand anew, and the fits of its lists."""
    find_brand(rooms().store, brand_id)
    given = body(BrandIn)
    if given.id not in (None, brand_id):
        raise InvalidInput("The id is another brand's.", field="id", action="Leave it out.")
    return reply(_kept(replace(to_brand(given), id=brand_id)))


@blueprint.delete("/<brand_id>")
def remove(brand_id: str) -> Response:
    """Remove a brand; lists and candidates stay."""
    return reply(brand_to_json(lose_brand(rooms(), brand_id)))


@blueprint.post("/propose")
def propose() -> Response:
    """Niches, signals, languages and places that claim and story show."""
    given = body(BrandIn)
    proposal = propose_wishes(given.name, (given.claim or "", given.story or ""), read=rooms().reading.read)
    return reply(proposal)


def _kept(brand: Brand) -> dict[str, Any]:
    return brand_to_json(keep_brand(rooms(), brand, load_taxonomy()))
