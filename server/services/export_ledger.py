"""Use case: what the gift ledger says of the people of a list, for the list's export."""

from collections import defaultdict
from collections.abc import Iterator

from server.domain.account import Account
from server.domain.candidate import SeedList
from server.services.gift_ledger import gifts_of
from server.services.ports import Body, Store
from server.services.post_ledger import all_offers


def with_ledger(store: Store, seed_list: SeedList, bodies: Iterator[Body]) -> Iterator[Body]:
    """Stored candidates with `gifts` of this list and `post_offers` for its brand, oldest first; lists, never None.

    An offered post says by its `state` whether it waits, was taken in or turned down.
    """
    gifts: defaultdict[Account, list[Body]] = defaultdict(list)
    for gift in gifts_of(store, seed_list.id):
        gifts[Account.of(gift.to_body())].append(gift.to_body())
    offers: defaultdict[Account, list[Body]] = defaultdict(list)
    for offer in all_offers(store) if seed_list.brand else ():
        if offer.brand == seed_list.brand:
            offers[offer.account].append(offer.to_body())
    for body in bodies:
        own = Account.of(body)
        yield body | {"gifts": gifts.get(own, []), "post_offers": offers.get(own, [])}
