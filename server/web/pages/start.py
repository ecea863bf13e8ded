"""/: the first page, four steps with their live state; pairing codes and paired browsers."""

from flask import Blueprint, Response, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from server.services.choose_current import current_choice
from server.services.find_extension import extension_folder
from server.services.pair_extension import all_pairings, new_code, unpair
from server.services.ports import CandidateView
from server.services.rooms import Rooms
from server.web.current import rooms

blueprint = Blueprint("start", __name__)


@blueprint.get("/")
def first() -> str:
    """What to do next, for a newcomer."""
    return show(code=None)


@blueprint.post("/pairing")
def make_code() -> str:
    """The page with a fresh pairing code on it; the code is shown once and never stored in the open."""
    here = rooms()
    return show(code=new_code(here.store, clock=here.clock, minutes=here.settings.code_minutes))


@blueprint.get("/pairing")
def no_code() -> ResponseReturnValue:
    """A code is made by its button only; its address leads back to the steps."""
    return redirect(url_for("start.first", browser=request.args.get("browser")), 303)


@blueprint.get("/start/state")
def state() -> Response:
    """Which steps are done, for the page that waits."""
    return jsonify(done_steps(rooms()))


@blueprint.post("/pairings/<pairing_id>/end")
def end(pairing_id: str) -> ResponseReturnValue:
    """End a pairing at once."""
    unpair(rooms().store, pairing_id)
    return redirect(url_for("start.first", said="ended"), 303)


def show(*, code: str | None) -> str:
    """The page with its four steps."""
    here = rooms()
    browser = request.args.get("browser") or browser_of(request.user_agent.string)
    return render_template(
        "start/first.html",
        code=code,
        minutes=here.settings.code_minutes,
        done=done_steps(here),
        pairings=all_pairings(here.store),
        folder=extension_folder(),
        browser="firefox" if browser == "firefox" else "chrome",
        reader=here.reading.state,
    )


def browser_of(agent: str) -> str:
    """Which of the two instructions to open first."""
    return "firefox" if "firefox" in agent.lower() else "chrome"


def done_steps(here: Rooms) -> dict[str, int | bool]:
    """How many browsers are paired, whether a brand is described, how many candidates there are."""
    return {
        "paired": len(all_pairings(here.store)),
        "brand": bool(current_choice(here.store).brands),
        "saved": here.shelf.page(CandidateView(limit=1)).total,
    }
