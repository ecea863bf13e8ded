"""Earned media value by the plainest formula there is, at the user's own rate; off until a rate is given."""

from collections.abc import Iterable
from dataclasses import dataclass

from server.domain.post_offer import PostOffer


@dataclass(frozen=True, kw_only=True, slots=True)
class EarnedValue:
    """`value` = `views` / 1,000 x `rate`, in the currency of the rate; `without_views` posts are left out of it."""

    rate: float
    posts: int
    views: int
    without_views: int

    @property
    def value(self) -> float | None:
        """What so many views would have cost as bought ones at that rate; None when no post shows its views."""
        return self.views / 1000 * self.rate if self.posts else None


def earned_value(offers: Iterable[PostOffer], rate: float | None) -> EarnedValue | None:
    """Over the posts taken into the ledger; None without a rate. Tools differ tenfold, so there is no rate of ours."""
    if rate is None:
        return None
    taken = views_by_post(offer for offer in offers if offer.state == "accepted")
    views = [seen for seen in taken.values() if seen is not None]
    return EarnedValue(rate=rate, posts=len(views), views=sum(views), without_views=len(taken) - len(views))


def views_by_post(offers: Iterable[PostOffer]) -> dict[tuple[str, str], int | None]:
    """The most views known of each post; one that two people made together is one post, though each was offered it."""
    found: dict[tuple[str, str], int | None] = {}
    for offer in offers:
        post = (offer.platform, offer.post or f"{offer.handle} {offer.id}")
        known = [seen for seen in (found.get(post), offer.views) if seen is not None]
        found[post] = max(known, default=None)
    return found
