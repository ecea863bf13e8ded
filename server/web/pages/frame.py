"""What every page carries: where one is, the chosen brand, the notice after a change."""

from typing import Any

from flask import Blueprint, redirect, request
from flask.typing import ResponseReturnValue

from server.services.choose_current import current_choice
from server.services.use_brand import use_brand
from server.web.access import own_path
from server.web.current import rooms
from server.web.pages import notices
from server.web.pages.shown import figures, names

blueprint = Blueprint("frame", __name__)


@blueprint.app_context_processor
def around() -> dict[str, Any]:
    """Names for the templates."""
    return {
        "current": lambda: current_choice(rooms().store),
        "notice": notices.words_of(request.args.get("said", "")),
        "figures": figures,
        "names": names,
    }


@blueprint.post("/choose")
def choosing() -> ResponseReturnValue:
    """Use another brand or list from now on."""
    form = request.form
    use_brand(rooms(), brand=form.get("brand") or None, list_id=form.get("list") or None)
    return redirect(own_path(form.get("to", "/")), 303)
