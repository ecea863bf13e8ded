"""/lists/<list>/<candidate>/gifts and /lists/<list>/round: the gift ledger and what a round came to."""

from collections.abc import Iterable, Mapping
from itertools import chain
from urllib.parse import urlencode

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from server.domain.account import Account
from server.domain.candidate import candidate_id
from server.domain.errors import NotFound
from server.domain.gift import Gift
from server.domain.post_offer import PostOffer
from server.services.earned_value import earned_value
from server.services.edit_lists import find_list
from server.services.gift_ledger import drop_gift, find_gift, gifts_of, save_gift, undo_gift
from server.services.join_accounts import all_joins
from server.services.ports import Body
from server.services.post_ledger import offers_of_list, posts_by_gift, settle_posts
from server.services.round_people import STEPS, people_of_round
from server.services.round_summary import posts_of, summed_up
from server.web.access import own_path
from server.web.current import rooms
from server.web.pages.gift_form import gift_from, number
from server.web.pages.undo import Undo

blueprint = Blueprint("gifts", __name__, url_prefix="/lists")
SAID = ("gift_saved", "gift_removed")


@blueprint.post("/<list_id>/<key>/gifts")
def save(list_id: str, key: str) -> ResponseReturnValue:
    """Note a gift, or change the one whose id the form has."""
    store, body = rooms().store, found(list_id, key)
    gift = gift_from(request.form, body)
    if gift.id:
        find_gift(store, gift.id)
    save_gift(store, gift, clock=rooms().clock)
    settle_posts(store, Account.of(body))
    return back(list_id, key, "gift_saved")


@blueprint.post("/<list_id>/<key>/gifts/remove")
def remove(list_id: str, key: str) -> ResponseReturnValue:
    """Take a gift out of the ledger."""
    gift = drop_gift(rooms().store, request.form.get("id", ""))
    settle_posts(rooms().store, Account.of(gift.to_body()))
    return back(list_id, key, "gift_removed")


@blueprint.post("/<list_id>/<key>/gifts/undo")
def undo(list_id: str, key: str) -> ResponseReturnValue:
    """Take the last change of the ledger back."""
    gift = undo_gift(rooms().store, list_id)
    settle_posts(rooms().store, Account.of(gift.to_body()))
    return back(list_id, key, "undone")


@blueprint.get("/<list_id>/round")
def one(list_id: str) -> str:
    """The round of a list: how far people came, what it cost."""
    here = rooms()
    seed_list = find_list(here.store, list_id)
    gifts, named = gifts_of(here.store, list_id), offers_of_list(here.store, seed_list)
    offers = tuple(chain.from_iterable(named.values()))
    people = people_of_round(here.store, here.shelf, list_id, all_joins(here.store))
    taken = posts_by_gift(offers)
    return render_template(
        "lists/round.html",
        list=seed_list,
        round=summed_up(people, gifts, offers),
        posts={gift.id: posts_of(gift, taken) for gift in gifts},
        waiting=waiting_in(named),
        earned=earned_value(offers, number(request.args, "rate")),
        steps=STEPS,
        gifts=gifts,
        keys=keys_of(list_id, gifts),
    )


def waiting_in(named: Mapping[str, Iterable[PostOffer]]) -> list[tuple[str, str, int]]:
    """(candidate, handle, posts) of everybody of whom a post waits."""
    waiting = {key: [offer for offer in offers if offer.state == "waiting"] for key, offers in named.items()}
    return [(key, offers[0].handle, len(offers)) for key, offers in waiting.items() if offers]


def keys_of(list_id: str, gifts: Iterable[Gift]) -> dict[tuple[str, str], str]:
    """The candidates on the list whom gifts went to, by platform and handle."""
    keys = {(gift.platform, gift.handle): candidate_id(list_id, gift.platform, gift.handle) for gift in gifts}
    return {account: key for account, key in keys.items() if rooms().store.get("candidates", key)}


def found(list_id: str, key: str) -> Body:
    """The stored candidate; raises NotFound."""
    body = rooms().store.get("candidates", key)
    if body is None or body["list_id"] != list_id:
        raise NotFound("This candidate is not on the list any more.", action="Go back to the list.")
    return body


def back(list_id: str, key: str, said: str) -> ResponseReturnValue:
    """To the reading pane, at its gifts, beside the same view of the list."""
    view = urlencode([*request.args.items(multi=True), ("said", said)])
    return redirect(own_path(f"{url_for('reading.one', list_id=list_id, key=key)}?{view}#gifts"), 303)


def way_back(list_id: str, key: str) -> Undo | None:
    """The form that takes the last change of a gift back."""
    if request.args.get("said") not in SAID:
        return None
    return Undo(action=url_for("gifts.undo", list_id=list_id, key=key), fields=())
