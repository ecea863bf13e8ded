"""Use case: everybody saved, by how near their reading is to a few chosen people."""

from collections.abc import Sequence
from dataclasses import dataclass

from server.scoring.similar import Likeness, more_like
from server.scoring.stored import reading_from_json
from server.services.edit_lists import all_lists
from server.services.ports import Body, CandidateShelf, Store
from server.services.saved_for_brand import on_list


@dataclass(frozen=True, kw_only=True, slots=True)
class Alike:
    """Somebody saved and how near they are, with what they share."""

    body: Body
    likeness: Likeness


def find_alike(store: Store, shelf: CandidateShelf, examples: Sequence[Body], *, most: int) -> tuple[Alike, ...]:
    """The nearest `most` of all lists, one entry an account, without the examples and those who share nothing."""
    seen = {account(body) for body in examples}
    others: dict[str, Body] = {}
    for body in (body for found in all_lists(store) for body in on_list(shelf, found.id)):
        if account(body) not in seen:
            seen.add(account(body))
            others[body["id"]] = body
    read = ((key, reading_from_json(body["annotation"], lean=True)) for key, body in others.items())
    ranked = more_like([reading_from_json(body["annotation"]) for body in examples], read)
    return tuple(Alike(body=others[one.key], likeness=one) for one in ranked[:most] if one.value > 0)


def account(body: Body) -> tuple[str, str]:
    """Platform and handle."""
    return str(body["platform"]), str(body["handle"])
