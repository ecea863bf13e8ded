"""/lists/<list>/end and /erase: when a list is erased, on a chosen day or now."""

from datetime import date

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from server.domain.errors import InvalidInput
from server.services.edit_lists import find_list
from server.services.end_lists import set_end
from server.services.erase_list import erase_list
from server.web.current import rooms

blueprint = Blueprint("endings", __name__, url_prefix="/lists")


@blueprint.post("/<list_id>/end")
def end(list_id: str) -> ResponseReturnValue:
    """Choose the day on which a list is erased; an empty one keeps it."""
    here = rooms()
    day = day_of(request.form.get("ends_on", ""))
    set_end(here.store, list_id, day, clock=here.clock)
    return redirect(url_for("lists.one", list_id=list_id, said="end_set" if day else "end_off"), 303)


@blueprint.post("/<list_id>/erase")
def erase(list_id: str) -> ResponseReturnValue:
    """Erase a list now and for good; asked twice before."""
    here = rooms()
    find_list(here.store, list_id)
    if request.form.get("sure") != "yes":
        return redirect(url_for("lists.one", list_id=list_id), 303)
    erase_list(here.store, here.shelf, list_id)
    return redirect(url_for("lists.every", said="list_erased"), 303)


def day_of(text: str) -> date | None:
    """A day as a form sends it, None for an empty field; raises InvalidInput for anything else."""
    try:
        return date.fromisoformat(text.strip()) if text.strip() else None
    except ValueError as error:
        raise InvalidInput(
            f"“{text[:40]}” is not a day.", field="ends_on", action="Choose a day in the calendar."
        ) from error
