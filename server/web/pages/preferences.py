"""/settings: paired browsers, and whether contact addresses are kept."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from server.services.own_lexicon import own_terms
from server.services.pair_extension import all_pairings, unpair
from server.services.preferences import decide_contacts, keeps_contacts
from server.web.current import rooms
from server.web.pages.undo import Undo

blueprint = Blueprint("preferences", __name__, url_prefix="/settings")
SAID = ("contacts_kept", "contacts_masked")


@blueprint.get("")
def one() -> str:
    """Everything that is decided for all lists."""
    here = rooms()
    keeps = keeps_contacts(here.store, here.settings)
    undo = Undo(action=url_for("preferences.contacts"), fields=(("keep", "no" if keeps else "yes"),))
    return render_template(
        "settings/all.html",
        pairings=all_pairings(here.store),
        keeps=keeps,
        taught=len(own_terms(here.store)),
        undo=undo if request.args.get("said") in SAID else None,
    )


@blueprint.post("/contacts")
def contacts() -> ResponseReturnValue:
    """Keep contact addresses from now on, or mask them."""
    keep = request.form.get("keep") == "yes"
    decide_contacts(rooms().store, keep=keep)
    return redirect(url_for("preferences.one", said=SAID[not keep]), 303)


@blueprint.post("/pairings/<pairing_id>/end")
def end(pairing_id: str) -> ResponseReturnValue:
    """End a pairing at once."""
    unpair(rooms().store, pairing_id)
    return redirect(url_for("preferences.one", said="ended"), 303)
