"""The way back after a change: what a redirect carries, and the form that a notice offers."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from flask import url_for
from werkzeug.datastructures import MultiDict

KINDS = ("removed", "stage", "tags", "note", "moved")
MOST = 100
"""Ids that an address can carry; a page has 50 rows."""
MANY = "many:"
"""Begins the one word that stands for more of them; no id has a colon."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Undo:
    """Where the form goes and what it sends."""

    action: str
    fields: tuple[tuple[str, str], ...]


def with_undo(address: str, said: str, keys: Iterable[str]) -> str:
    """An own address that says what happened and carries the ids to undo it."""
    path, _, query = address.partition("?")
    kept = [pair for pair in parse_qsl(query) if pair[0] not in ("said", "undo")]
    return f"{path}?{urlencode([*kept, ('said', said), *(('undo', key) for key in keys)])}"


def undo_from(args: MultiDict[str, str], list_id: str, path: str) -> Undo | None:
    """The form that takes the last change back and stays on the page; None when there is nothing to take back."""
    said, keys = args.get("said", ""), args.getlist("undo")[:MOST]
    if said not in KINDS or not keys:
        return None
    stay = urlencode([pair for pair in args.items(multi=True) if pair[0] not in ("said", "undo")])
    fields = (("what", said), *(("key", key) for key in keys), ("to", f"{path}?{stay}"))
    return Undo(action=url_for("changes.undo", list_id=list_id), fields=fields)
