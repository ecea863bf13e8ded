"""POST to a candidate: one person with an account of the other platform, or not, and each of them taken back."""

from urllib.parse import urlencode

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from server.domain.account import Account
from server.domain.errors import InvalidInput, NotFound
from server.services.join_accounts import allow_again, is_kept_apart, join, joined_with, keep_apart, part
from server.services.ports import Body
from server.services.post_ledger import settle_posts
from server.web.access import own_path
from server.web.current import rooms
from server.web.pages.shown import names
from server.web.pages.undo import Undo

blueprint = Blueprint("joins", __name__, url_prefix="/lists")
WAYS_BACK = {"joined": "parted", "parted": "joined", "kept_apart": "allowed", "allowed": "kept_apart"}
"""What was done, and what takes it back; all four are codes of `notices` and ends of addresses."""


@blueprint.post("/<list_id>/<key>/person/<do>")
def decide(list_id: str, key: str, do: str) -> ResponseReturnValue:
    """Do what the address says with the account whose handle the form has."""
    here, body = rooms(), found(list_id, key)
    own, other = Account.of(body), given(body)
    was_apart = is_kept_apart(here.store, own, other)
    if do == "joined":
        join(here.store, here.shelf, own, other, clock=here.clock)
    elif do == "parted":
        part_from(own, other)
    elif do == "kept_apart":
        keep_apart(here.store, here.shelf, own, other, clock=here.clock)
    elif do == "allowed":
        allow_again(here.store, own, other)
    else:
        raise NotFound("There is no such button.", action="Reload the page.")
    settle_posts(here.store, own, other)
    view = [*((name, value) for name, value in request.args.items(multi=True)), ("said", do), ("with", other.handle)]
    view += [("was", "apart")] if do == "joined" and was_apart else []
    return redirect(own_path(f"{url_for('reading.one', list_id=list_id, key=key)}?{urlencode(view)}#person"), 303)


def part_from(own: Account, other: Account) -> None:
    """Part the very two that the page showed, and say again that they are not the same if that was said before.

    Raises NotFound when they are joined with others or with nobody by now.
    """
    here = rooms()
    if joined_with(here.store, own) != other:
        raise NotFound(f"@{own.handle} and @{other.handle} are not joined any more.", action="Reload the page.")
    part(here.store, own)
    if request.form.get("was") == "apart":
        keep_apart(here.store, here.shelf, own, other, clock=here.clock)


def found(list_id: str, key: str) -> Body:
    """The stored candidate; raises NotFound."""
    body = rooms().store.get("candidates", key)
    if body is None or body["list_id"] != list_id:
        raise NotFound("This candidate is not on the list any more.", action="Go back to the list.")
    return body


def given(body: Body) -> Account:
    """The account of the other platform that the form names, with or without @; raises InvalidInput for none."""
    handle = request.form.get("handle", "").strip().removeprefix("@").lower()
    if not handle:
        raise InvalidInput("No handle was given.", field="handle", action="Type the handle of the other account.")
    return Account(platform=next(one for one in names.PLATFORMS if one != body["platform"]), handle=handle)


def way_back(list_id: str, key: str) -> Undo | None:
    """The form that takes the last decision back."""
    back = WAYS_BACK.get(request.args.get("said", ""))
    handle = request.args.get("with", "")
    if back is None or not handle:
        return None
    action = url_for("joins.decide", list_id=list_id, key=key, do=back)
    was = (("was", "apart"),) if request.args.get("was") == "apart" else ()
    return Undo(action=action, fields=(("handle", handle), *was))
