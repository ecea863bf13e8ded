"""How many people of a round stand where, without reading those whose stage says it all."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from server.domain.account import Account
from server.domain.candidate import candidate_id
from server.services.ports import Body, CandidateShelf, CandidateView, Store
from server.services.whole_view import everybody

STEPS = ("asked", "yes", "sent", "arrived", "seen_wearing")
"""Each step takes the ones before it along: who was sent something was asked and said yes."""
ASKED_TOO = {"no": "asked"}
COUNTED = (*STEPS, "no", "quiet")
"""Stages that a round counts; who is only looked at is in none of its numbers."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Reached:
    """The stage now, and how far somebody came: one of `STEPS`, None when never asked."""

    now: str
    step: str | None

    def is_as_far_as(self, step: str) -> bool:
        """Whether a step was reached, or one after it."""
        return self.step is not None and STEPS.index(self.step) >= STEPS.index(step)


def people_of_round(
    store: Store, shelf: CandidateShelf, list_id: str, joins: Mapping[Account, Account]
) -> Counter[Reached]:
    """Those of a list who were asked or are further. Only joined accounts and quiet people are read."""
    joined = list(joined_on(store, list_id, joins))
    found = reached_by(joined, joins)
    for stage in COUNTED:
        if stage == "quiet":
            found += reached_by((body for body in quiet_on(shelf, list_id) if Account.of(body) not in joins), {})
        else:
            alone = people_at(shelf, list_id, stage) - sum(body["stage"] == stage for body in joined)
            found += Counter({Reached(now=stage, step=step_at(stage)): alone})
    return found


def joined_on(store: Store, list_id: str, joins: Mapping[Account, Account]) -> Iterator[Body]:
    """The candidates of joined accounts that a round counts."""
    bodies = (store.get("candidates", candidate_id(list_id, one.platform, one.handle)) for one in joins)
    return (body for body in bodies if body and body["stage"] in COUNTED)


def quiet_on(shelf: CandidateShelf, list_id: str) -> Iterator[Body]:
    """Those of whom only their history tells how far they came."""
    return everybody(shelf, CandidateView(list_id=list_id, stages=("quiet",)))


def people_at(shelf: CandidateShelf, list_id: str, stage: str) -> int:
    """How many candidates are at a stage."""
    return shelf.page(CandidateView(list_id=list_id, stages=(stage,), limit=1)).total


def reached_by(people: Iterable[Body], joins: Mapping[Account, Account]) -> Counter[Reached]:
    """The same of bodies: two joined accounts are one person."""
    return Counter(Reached(now=body["stage"], step=step_of(body)) for body in one_each(people, joins))


def one_each(people: Iterable[Body], joins: Mapping[Account, Account]) -> tuple[Body, ...]:
    """One candidate a person: of two joined accounts the one that came further, else the one changed last."""
    found: dict[str, Body] = {}
    for body in people:
        own = Account.of(body)
        person = min(own.id, joins.get(own, own).id)
        found[person] = max(found.get(person, body), body, key=how_far)
    return tuple(found.values())


def how_far(body: Body) -> tuple[int, str, str]:
    """Orders candidates of one person."""
    step = step_of(body)
    return STEPS.index(step) if step else -1, body["updated_at"], body["id"]


def step_of(body: Body) -> str | None:
    """How far somebody came; quiet ones as far as they were before, None when never asked."""
    stages = [event["value"] for event in body.get("history", ()) if event["what"] == "stage"]
    last = next((stage for stage in reversed([*stages, body["stage"]]) if stage != "quiet"), body["stage"])
    return step_at(last)


def step_at(stage: str) -> str | None:
    """The step that a stage stands for, None for one of before the asking."""
    step = ASKED_TOO.get(stage, stage)
    return step if step in STEPS else None
