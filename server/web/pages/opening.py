"""/open: a one-time link becomes a session, so that only this user's browser sees the pages."""

from flask import Blueprint, redirect, render_template, request
from flask.typing import ResponseReturnValue

from server.services.open_session import open_session
from server.web.access import has_session, own_path, with_session
from server.web.current import rooms

blueprint = Blueprint("opening", __name__)


@blueprint.get("/open")
def opening() -> ResponseReturnValue:
    """Trade the key for a cookie; a used link still leads on in a browser that was opened before."""
    here = rooms()
    to = request.args.get("to", "/")
    secret = open_session(here.store, request.args.get("key", ""), clock=here.clock)
    if secret is not None:
        return with_session(here, secret, to)
    if has_session(here):
        return redirect(own_path(to), 303)
    message, action = "This link was used or is too old.", "Run “seedlist open” for a new one."
    return render_template("locked.html", status=401, message=message, action=action), 401
