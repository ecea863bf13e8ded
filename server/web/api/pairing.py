"""POST /api/pair: a code from the first page becomes the extension's token."""

from flask import Blueprint, Response, request

from server.domain.errors import NotAllowed
from server.services.pair_extension import pair
from server.web.api.body import body, reply
from server.web.api.schemas import PairIn, PairOut
from server.web.current import rooms

blueprint = Blueprint("api_pairing", __name__, url_prefix="/api")


@blueprint.post("/pair")
def pair_browser() -> Response:
    """Only an extension has the origin that the token is bound to."""
    origin = request.headers.get("Origin")
    if origin is None:
        raise NotAllowed("Only the extension can be paired.", action="Type the code into the extension's popup.")
    given = body(PairIn)
    here = rooms()
    return reply(PairOut(token=pair(here.store, given.code, origin, given.name, clock=here.clock)), 201)
