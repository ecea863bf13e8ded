"""POST /api/open: a one-time link to a local page, for the extension's menu."""

from urllib.parse import quote

from flask import Blueprint, Response

from server.services.open_session import new_link_key
from server.web.api.body import body, reply
from server.web.api.schemas import OpenIn, OpenOut
from server.web.current import rooms

blueprint = Blueprint("api_opening", __name__, url_prefix="/api")

PAGES = {"start": "/", "lists": "/lists", "brand": "/brands"}


@blueprint.post("/open")
def open_page() -> Response:
    """The address to open in a tab; good once, for half an hour."""
    here = rooms()
    to = PAGES[body(OpenIn).page]
    key = new_link_key(here.store, clock=here.clock)
    return reply(OpenOut(url=f"{here.settings.origin}/open?key={key}&to={quote(to, safe='')}"))
