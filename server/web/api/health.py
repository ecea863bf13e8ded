"""GET /api/health: is it Seedlist, and is the reader ready. GET /api/openapi.json: what the API takes and gives."""

from flask import Blueprint, Response

from server.settings import PROTOCOL
from server.version import VERSION
from server.web.api.body import reply
from server.web.api.openapi import document
from server.web.api.schemas import HealthOut
from server.web.current import rooms

blueprint = Blueprint("api_health", __name__, url_prefix="/api")


@blueprint.get("/health")
def health() -> Response:
    """Answers before the reader is ready."""
    return reply(HealthOut(app="seedlist", version=VERSION, protocol=PROTOCOL, reader=rooms().reading.state))


@blueprint.get("/openapi.json")
def openapi() -> Response:
    """OpenAPI 3.1, generated from the types."""
    return reply(document())
