"""Use case: one seeding round in numbers: asked, accepted, sent, arrived, seen, and what a post cost."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from server.domain.gift import Gift
from server.domain.post_offer import CLASSES, OfferClass, PostOffer
from server.services.post_ledger import posts_by_gift
from server.services.round_people import STEPS, Reached


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


def summed_up(people: Mapping[Reached, int], gifts: Iterable[Gift], offers: Sequence[PostOffer] = ()) -> Round:
    """The round of a list's people, as `round_people` counts them, and its gifts; planned gifts do not count.

    `offers` are the posts of the list's people that name its brand.
    """
    taken = posts_by_gift(offers)
    sent = [gift for gift in gifts if gift.sent_on]
    costs = [gift.cost for gift in sent if gift.cost is not None]
    posts = [seen for seen in (posts_of(gift, taken) for gift in sent) if seen is not None]
    return Round(
        reached={step: sum(people[one] for one in people if one.is_as_far_as(step)) for step in STEPS},
        no=sum(people[one] for one in people if one.now == "no"),
        quiet=sum(people[one] for one in people if one.now == "quiet"),
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
