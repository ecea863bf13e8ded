"""Use case: the posts offered to the gift ledger: what waits, what was decided, and what that comes to."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from server.domain.account import Account
from server.domain.candidate import SeedList, candidate_id
from server.domain.errors import NotFound
from server.domain.gift import Gift
from server.domain.post_offer import PostOffer, State
from server.services.candidate_records import moment
from server.services.gift_ledger import gifts_to
from server.services.join_accounts import joined_with
from server.services.ports import CandidateShelf, Store

TABLE = "post_offers"


def all_offers(store: Store) -> Iterator[PostOffer]:
    """Every post that was offered, oldest offer first."""
    return (PostOffer.from_body(body) for body in list(store.rows(TABLE)))


def offers_by(store: Store, platform: str, handle: str) -> tuple[PostOffer, ...]:
    """Every post of one account that was offered, for whichever brand."""
    return tuple(PostOffer.from_body(body) for body in store.rows_by(TABLE, platform, handle))


def offers_of_list(store: Store, seed_list: SeedList) -> dict[str, tuple[PostOffer, ...]]:
    """The posts for a list's brand by people on the list, by candidate; nobody without one is named."""
    found: dict[str, list[PostOffer]] = {}
    for offer in all_offers(store) if seed_list.brand else ():
        key = candidate_id(seed_list.id, offer.platform, offer.handle)
        if offer.brand == seed_list.brand and (key in found or store.get("candidates", key)):
            found.setdefault(key, []).append(offer)
    return {key: tuple(offers) for key, offers in found.items()}


def waiting_accounts(store: Store, brand: str | None) -> frozenset[Account]:
    """Whose posts for a brand wait for a decision; nobody's without a brand."""
    offers = all_offers(store) if brand else ()
    return frozenset(offer.account for offer in offers if offer.brand == brand and offer.state == "waiting")


def find_offer(store: Store, offer_id: str) -> PostOffer:
    """An offered post by its id; raises NotFound."""
    body = store.get(TABLE, offer_id)
    if body is None:
        raise NotFound("This post is not offered any more.", action="Reload the page.")
    return PostOffer.from_body(body)


def decide_offer(store: Store, offer_id: str, state: State) -> PostOffer:
    """Take a post into the ledger, turn it down, or let it wait again; raises NotFound.

    An accepted post counts with the gift that was sent last before it, or stands alone when none was.
    """
    with store.transaction():
        offer = find_offer(store, offer_id)
        gift = gift_before(store, offer) if state == "accepted" else None
        decided = offer.decided(state, gift.id if gift else None)
        store.put(TABLE, offer.id, decided.to_body())
    return decided


def gift_before(store: Store, offer: PostOffer) -> Gift | None:
    """The last gift sent to the person for the post's brand on or before the post's day; None when there was none.

    What went to the account that is joined with it went to the same person. For a post without a date it is the last
    one sent.
    """
    lists = {body["id"] for body in store.rows("lists") if body["brand"] == offer.brand}
    until = moment(offer.published_at).date() if offer.published_at else date.max
    given = gifts_to_person(store, offer.account)
    sent = [(gift.sent_on, gift) for gift in given if gift.list_id in lists and gift.sent_on and gift.sent_on <= until]
    return max(sent, key=lambda pair: pair[0])[1] if sent else None


def gifts_to_person(store: Store, account: Account) -> tuple[Gift, ...]:
    """Everything noted for an account and the one that is joined with it, oldest first within each."""
    other = joined_with(store, account)
    return tuple(gift for one in (account, other) if one for gift in gifts_to(store, one.platform, one.handle))


def settle_posts(store: Store, *accounts: Account) -> None:
    """Count the accepted posts of these accounts with the gifts as they are now, and those of who is joined with them.

    To be called when gifts were noted, changed or removed, and when accounts were joined or parted.
    """
    with store.transaction():
        others = [joined_with(store, account) for account in accounts]
        for account in {one for one in (*accounts, *others) if one}:
            for offer in offers_by(store, account.platform, account.handle):
                if offer.state == "accepted":
                    decide_offer(store, offer.id, "accepted")


def posts_by_gift(offers: Iterable[PostOffer]) -> Counter[str]:
    """How many accepted posts count with each gift, by its id."""
    return Counter(offer.gift for offer in offers if offer.state == "accepted" and offer.gift)


def forget_offers(store: Store, platform: str, handle: str) -> None:
    """Erase what was offered of an account."""
    for offer in offers_by(store, platform, handle):
        store.drop(TABLE, offer.id)


def sweep_offers(store: Store, shelf: CandidateShelf) -> int:
    """Erase posts of accounts that are on no list any more and cannot be brought back; how many went."""
    removed = {(row["candidate"]["platform"], row["candidate"]["handle"].lower()) for row in store.rows("removed")}
    gone = [
        offer
        for offer in all_offers(store)
        if (offer.platform, offer.handle) not in removed and not shelf.of_account(offer.platform, offer.handle)
    ]
    for offer in gone:
        store.drop(TABLE, offer.id)
    return len(gone)
