"""Use case: one seeding round in numbers: asked, accepted, sent, arrived, seen, and what a post cost."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from server.domain.account import Account
from server.domain.gift import Gift
from server.domain.post_offer import CLASSES, OfferClass, PostOffer
from server.services.ports import Body, CandidateShelf, CandidateView
from server.services.post_ledger import posts_by_gift

STEPS = ("asked", "yes", "sent", "arrived", "seen_wearing")
"""Each step takes the ones before it along: who was sent something was asked and said yes."""
ASKED_TOO = {"no": "asked"}
COUNTED = (*STEPS, "no", "quiet")
"""Stages that a round counts; who is only looked at is in none of its numbers."""
BATCH = 500


@dataclass(frozen=True, kw_only=True, slots=True)
class Round:
    """People who came as far as each step or further; those who said no or are quiet now; sums over the gifts.

    `cost` sums the noted costs of what was sent, None when none was noted; `without_cost` counts sent gifts that are
    left out of it. `posts` counts the posts noted or taken into the ledger with a gift, whichever is more; None when
    neither. `named` counts the posts taken in that name the brand, with or without a gift, by class; `waiting` those
    that nobody decided on yet.
    """

    reached: dict[str, int]
    no: int
    quiet: int
    gifts: int
    without_cost: int
    cost: float | None
    posts: int | None
    named: dict[OfferClass, int]
    waiting: int

    @property
    def cost_per_post(self) -> float | None:
        """Cost of what was sent, divided by the posts seen; None when either is unknown or no post was seen."""
        return self.cost / self.posts if self.cost is not None and self.posts else None


def asked_on(shelf: CandidateShelf, list_id: str) -> Iterator[Body]:
    """Those of a list who were asked or are further; nobody else is read."""
    seen = 0
    while rows := shelf.page(CandidateView(list_id=list_id, stages=COUNTED, offset=seen, limit=BATCH)).rows:
        yield from rows
        seen += len(rows)


def summed_up(
    people: Iterable[Body], gifts: Iterable[Gift], joins: Mapping[Account, Account], offers: Sequence[PostOffer] = ()
) -> Round:
    """The round of a list's people and its gifts; planned gifts do not count, two joined accounts are one.

    `offers` are the posts of the list's people that name its brand.
    """
    taken = posts_by_gift(offers)
    stages = [(body["stage"], step_of(body)) for body in one_each(people, joins)]
    sent = [gift for gift in gifts if gift.sent_on]
    costs = [gift.cost for gift in sent if gift.cost is not None]
    posts = [seen for seen in (posts_of(gift, taken) for gift in sent) if seen is not None]
    return Round(
        reached={step: sum(STEPS.index(far) >= n for _, far in stages if far) for n, step in enumerate(STEPS)},
        no=sum(now == "no" for now, _ in stages),
        quiet=sum(now == "quiet" for now, _ in stages),
        gifts=len(sent),
        without_cost=len(sent) - len(costs),
        cost=sum(costs) if costs else None,
        posts=sum(posts) if posts else None,
        named={kind: sum(each.commercial == kind and each.state == "accepted" for each in offers) for kind in CLASSES},
        waiting=sum(each.state == "waiting" for each in offers),
    )


def posts_of(gift: Gift, taken: Mapping[str, int]) -> int | None:
    """Posts seen of a gift: the number typed or the posts taken in, whichever is more: both tell of the same posts."""
    known = [number for number in (gift.posts_seen, taken.get(gift.id)) if number is not None]
    return max(known) if known else None


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
    step = ASKED_TOO.get(last, last)
    return step if step in STEPS else None
