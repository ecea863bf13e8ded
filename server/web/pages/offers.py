"""POST to a candidate: take a post that names the brand into the gift ledger, turn it down, or let it wait again."""

from urllib.parse import urlencode

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from server.domain.candidate import SeedList
from server.domain.errors import NotFound
from server.domain.post_offer import PostOffer, State
from server.services.ports import Body
from server.services.post_ledger import decide_offer, find_offer, offers_by
from server.web.access import own_path
from server.web.current import rooms
from server.web.pages.gifts import found
from server.web.pages.undo import Undo

blueprint = Blueprint("offers", __name__, url_prefix="/lists")
STATES: dict[str, State] = {"post_taken": "accepted", "post_refused": "rejected", "post_waits": "waiting"}
"""What a button does; each is a code of `notices` and the end of its address."""


@blueprint.post("/<list_id>/<key>/posts/<do>")
def decide(list_id: str, key: str, do: str) -> ResponseReturnValue:
    """Decide on the post whose id the form has."""
    store, body, state = rooms().store, found(list_id, key), STATES.get(do)
    if state is None:
        raise NotFound("There is no such button.", action="Reload the page.")
    offer = find_offer(store, request.form.get("id", ""))
    if not offer.is_by(body["platform"], body["handle"]):
        raise NotFound("This post is somebody else's.", action="Reload the page.")
    decide_offer(store, offer.id, state)
    view = urlencode([*request.args.items(multi=True), ("said", do), ("post", offer.id)])
    return redirect(own_path(f"{url_for('reading.one', list_id=list_id, key=key)}?{view}#posts-named"), 303)


def way_back(list_id: str, key: str) -> Undo | None:
    """The form that lets the post wait again."""
    post = request.args.get("post", "")
    if request.args.get("said") not in ("post_taken", "post_refused") or not post:
        return None
    return Undo(action=url_for("offers.decide", list_id=list_id, key=key, do="post_waits"), fields=(("id", post),))


def offers_for(seed_list: SeedList, body: Body) -> tuple[PostOffer, ...]:
    """The posts of a candidate for the list's brand that are not turned down, those that wait first."""
    by_them = offers_by(rooms().store, body["platform"], body["handle"])
    shown = [each for each in by_them if each.brand == seed_list.brand and each.state != "rejected"]
    return tuple(sorted(shown, key=lambda offer: offer.state != "waiting"))
