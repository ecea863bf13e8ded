"""POST to a list: change ticked candidates or one, and take the last change back."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl

from flask import Blueprint, jsonify, redirect, request, url_for
from flask.typing import ResponseReturnValue

from server.domain.account import Account
from server.domain.candidate import Candidate
from server.services.bookmark_candidate import find_candidate
from server.services.change_candidates import (
    change_all,
    move_all,
    remove_all,
    restore_all,
    tag_all,
    take_back,
    way_back,
)
from server.services.change_many import keep_keys, kept_keys, keys_of
from server.services.edit_lists import find_list
from server.services.forget_person import forget_person
from server.services.join_accounts import joined_with
from server.services.move_candidate import move_back
from server.services.rooms import Rooms
from server.web.access import own_path
from server.web.current import rooms
from server.web.pages import notices, view_args
from server.web.pages.asked_view import asked_view
from server.web.pages.brand_form import names_in
from server.web.pages.undo import MANY, MOST, with_undo

blueprint = Blueprint("changes", __name__, url_prefix="/lists")
Keys = list[str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Done:
    """What to say, and the keys that undo it."""

    said: str
    keys: tuple[str, ...]


@blueprint.post("/<list_id>/change")
def change(list_id: str) -> ResponseReturnValue:
    """One action on every ticked candidate; the button's name says which."""
    keys = asked_keys(list_id)
    back = own_path(request.form.get("to") or url_for("lists.one", list_id=list_id))
    action = ACTIONS.get(request.form.get("do", ""))
    if not keys or action is None:
        return redirect(with_undo(back, "none_picked", ()), 303)
    done = action(rooms(), keys)
    if len(done.keys) > MOST:
        done = Done(said=done.said, keys=(MANY + keep_keys(rooms().store, list_id, done.said, done.keys),))
    return told(done, back)


def asked_keys(list_id: str) -> Keys:
    """The ticked ones, or everybody whom the page's filters find."""
    if request.form.get("all") != "yes":
        return list(dict.fromkeys(request.form.getlist("key")))
    args = view_args.cleaned(view_args.Args(parse_qsl(request.form.get("query", ""))))
    return keys_of(rooms().shelf, asked_view(args, list_id))


def undone_keys(list_id: str, what: str) -> Keys:
    """The keys that the form carries, or those that its one word stands for."""
    keys = request.form.getlist("key")
    if len(keys) == 1 and keys[0].startswith(MANY):
        return kept_keys(rooms().store, list_id, what, keys[0].removeprefix(MANY))
    return keys


@blueprint.post("/<list_id>/undo")
def undo(list_id: str) -> ResponseReturnValue:
    """Take the last change back."""
    here, what = rooms(), request.form.get("what", "")
    keys = undone_keys(list_id, what)
    if what == "removed":
        restore_all(here.store, keys)
    elif what == "moved":
        move_back(here.store, keys, find_list(here.store, list_id), clock=here.clock)
    else:
        take_back(here.store, keys, what, clock=here.clock)
    if "application/json" in request.headers.get("Accept", ""):
        return jsonify(words=notices.words_of("undone"))
    back = own_path(request.form.get("to") or url_for("lists.one", list_id=list_id))
    return redirect(with_undo(back, "undone", ()), 303)


@blueprint.post("/<list_id>/<key>/erase")
def erase(list_id: str, key: str) -> ResponseReturnValue:
    """Forget a person everywhere and for good; asked twice before."""
    here = rooms()
    candidate = find_candidate(here.store, key)
    if request.form.get("sure") != "yes":
        return redirect(url_for("reading.one", list_id=list_id, key=key, _anchor="erase"), 303)
    own = Account(platform=candidate.platform, handle=candidate.handle)
    other = joined_with(here.store, own) if request.form.get("joined") == "yes" else None
    for account in (own, other) if other else (own,):
        forget_person(here.store, here.shelf, account.platform, account.handle, clock=here.clock)
        here.seen.forget(account.platform, account.handle)
    return redirect(url_for("lists.one", list_id=list_id, said="erased"), 303)


def told(done: Done, back: str) -> ResponseReturnValue:
    """A page that says so, or JSON for the page's own script."""
    if "application/json" in request.headers.get("Accept", ""):
        return jsonify(words=notices.words_of(done.said), what=done.said, keys=done.keys)
    return redirect(with_undo(back, done.said, done.keys), 303)


def set_stage(here: Rooms, keys: Keys) -> Done:
    """The stage of every candidate."""
    found = change_all(here.store, keys, "stage", request.form.get("stage", ""), clock=here.clock)
    return Done(said="stage", keys=ways_back(found, "stage"))


def set_note(here: Rooms, keys: Keys) -> Done:
    """The note of one candidate."""
    words = request.form.get("note", "").strip()[:20_000]
    found = change_all(here.store, keys, "note", words, clock=here.clock)
    return Done(said="note", keys=ways_back(found, "note"))


def set_tags(here: Rooms, keys: Keys) -> Done:
    """All tags of one candidate."""
    tags = [tag[:60] for tag in names_in(request.form.get("tags", ""))][:100]
    found = change_all(here.store, keys, "tags", tags, clock=here.clock)
    return Done(said="tags", keys=ways_back(found, "tags"))


def add_tag(here: Rooms, keys: Keys) -> Done:
    """One more tag for every candidate."""
    found = tag_all(here.store, keys, request.form.get("tag", ""), clock=here.clock)
    return Done(said="tags", keys=ways_back(found, "tags"))


def move_to(here: Rooms, keys: Keys) -> Done:
    """Every candidate into another list."""
    moved = move_all(here.store, keys, find_list(here.store, request.form.get("list", "")), clock=here.clock)
    return Done(said="moved", keys=moved)


def take_off(here: Rooms, keys: Keys) -> Done:
    """Every candidate off the list."""
    return Done(said="removed", keys=remove_all(here.store, keys, clock=here.clock))


def ways_back(candidates: Iterable[Candidate], what: str) -> tuple[str, ...]:
    """The words that take their last changes back."""
    return tuple(way_back(one, what) for one in candidates)


ACTIONS: Mapping[str, Callable[[Rooms, Keys], Done]] = {
    "stage": set_stage,
    "note": set_note,
    "tags": set_tags,
    "tag": add_tag,
    "move": move_to,
    "remove": take_off,
}
"""What the buttons of a list can do; each goes with a code of `notices`."""
