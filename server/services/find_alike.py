"""Use case: everybody saved or seen of late, by how near their reading is to a few chosen people."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from server.scoring.similar import Likeness, more_like
from server.scoring.stored import reading_from_json
from server.scoring.strengths import strengths
from server.services.edit_lists import all_lists
from server.services.ports import Body, CandidateShelf, Store
from server.services.saved_for_brand import on_list
from server.services.seen_profiles import Seen

Account = tuple[str, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Alike:
    """Somebody near and what they share: a saved candidate's `body`, or somebody merely `seen`; the other is None."""

    likeness: Likeness
    body: Body | None = None
    seen: Seen | None = None


def find_alike(
    store: Store, shelf: CandidateShelf, seen: Sequence[Seen], examples: Sequence[Body], *, most: int
) -> tuple[Alike, ...]:
    """The nearest `most` of all lists and of those seen, one entry an account, saved before seen.

    Left out are the examples and those who share nothing with them.
    """
    chosen = {account(body) for body in examples}
    saved = {key: body for key, body in _saved(store, shelf).items() if key not in chosen}
    glimpsed = {(one.platform, one.handle): one for one in seen}
    others = {key: one for key, one in glimpsed.items() if key not in saved and key not in chosen}
    shown: dict[str, Mapping[str, float]] = {
        "/".join(key): strengths(reading_from_json(body["annotation"], lean=True)) for key, body in saved.items()
    }
    shown |= {"/".join(key): one.glance.shown for key, one in others.items()}
    people = {"/".join(key): (saved.get(key), others.get(key)) for key in (*saved, *others)}
    ranked = more_like([strengths(reading_from_json(body["annotation"])) for body in examples], shown.items())
    near = [(one, *people[one.key]) for one in ranked[:most] if one.value > 0]
    return tuple(Alike(likeness=one, body=body, seen=glimpse) for one, body, glimpse in near)


def _saved(store: Store, shelf: CandidateShelf) -> dict[Account, Body]:
    """The first candidate of each account, over all lists."""
    found: dict[Account, Body] = {}
    for body in (body for each in all_lists(store) for body in on_list(shelf, each.id)):
        found.setdefault(account(body), body)
    return found


def account(body: Body) -> Account:
    """Platform and handle."""
    return str(body["platform"]), str(body["handle"])
