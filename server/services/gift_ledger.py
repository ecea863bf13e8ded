"""Use case: note what was sent to whom, change it, remove it, take the last change back. Nothing is owed for it."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from server.domain.errors import InvalidInput, NotFound
from server.domain.gift import Gift
from server.domain.ids import new_id
from server.services.candidate_records import stamp
from server.services.gift_rules import load_gift_rules
from server.services.ports import Body, Clock, Store

BEFORE = "gifts_before"
"""One slot a list: the gift before its last change, so that no removed gift stays for long."""


def save_gift(store: Store, gift: Gift, *, clock: Clock) -> Gift:
    """Keep a gift, new or known by its id. Raises InvalidInput for one without a product or sent without consent."""
    if not gift.product:
        raise InvalidInput("A gift needs a product.", field="product", action="Type what you send.")
    if gift.sent_on and not gift.has_consent:
        raise InvalidInput(
            "This person has not agreed to be sent something, as far as is noted.",
            field="consent",
            action="Ask first and tick “they agreed”, or leave the day open.",
        )
    kept = gift if gift.id else gift.with_id(new_id())
    with store.transaction():
        before = store.get("gifts", kept.id)
        store.put(BEFORE, kept.list_id, {"id": kept.id, "gift": before})
        store.put("gifts", kept.id, kept.to_body() | {"at": stamp(clock())})
    return kept


def drop_gift(store: Store, gift_id: str) -> Gift:
    """Remove a gift; `undo_gift` brings it back. Raises NotFound."""
    with store.transaction():
        gift = find_gift(store, gift_id)
        store.put(BEFORE, gift.list_id, {"id": gift_id, "gift": store.drop("gifts", gift_id)})
    return gift


def undo_gift(store: Store, list_id: str) -> Gift:
    """Take the last change of a list's gifts back; that gift. Raises NotFound when there is none."""
    with store.transaction():
        kept = store.drop(BEFORE, list_id)
        if kept is None:
            raise NotFound("There is nothing to undo.", action="Change the gift by hand.")
        if kept["gift"] is None:
            gone = find_gift(store, kept["id"])
            store.drop("gifts", kept["id"])
            return gone
        store.put("gifts", kept["id"], kept["gift"])
    return Gift.from_body(kept["gift"])


def find_gift(store: Store, gift_id: str) -> Gift:
    """A gift by its id; raises NotFound."""
    body = store.get("gifts", gift_id)
    if body is None:
        raise NotFound("This gift is not in the ledger any more.", action="Reload the page.")
    return Gift.from_body(body)


def gifts_to(store: Store, platform: str, handle: str) -> tuple[Gift, ...]:
    """Everything noted for one account, whichever list it was in, oldest first."""
    return tuple(gift for gift in all_gifts(store) if gift.is_to(platform, handle))


def gifts_of(store: Store, list_id: str) -> tuple[Gift, ...]:
    """The gifts of one round."""
    return tuple(gift for gift in all_gifts(store) if gift.list_id == list_id)


def forget_gifts(store: Store, platform: str, handle: str) -> None:
    """Erase what was noted for a person, the slots for undoing included."""
    for gift in gifts_to(store, platform, handle):
        store.drop("gifts", gift.id)
        store.drop(BEFORE, gift.list_id)
    for kept in [row for row in store.rows(BEFORE) if row["gift"] is not None]:
        before = Gift.from_body(kept["gift"])
        if before.is_to(platform, handle):
            store.drop(BEFORE, before.list_id)


def all_gifts(store: Store) -> Iterator[Gift]:
    """The whole ledger, oldest first."""
    return (Gift.from_body(body) for body in list(store.rows("gifts")))


def second_looks(bodies: Sequence[Body], gifts: tuple[Gift, ...], *, today: date) -> tuple[str, ...]:
    """What to think of before sending a person more, in words; a remark, never a stop.

    `bodies` are the person's accounts, one or the two that are joined; `gifts` went to any of them.
    """
    rules, bio = load_gift_rules(), "\n".join(body["profile"].get("bio") or "" for body in bodies).casefold()
    since = today - timedelta(days=rules.days)
    sent = sum(gift.sent_on is not None and gift.sent_on > since for gift in gifts)
    asks = next((word for word in rules.words if word in bio), None)
    often = [f"{sent} gifts went to this person within a year."] if sent >= rules.most else []
    paid = [f"The bio says “{asks}”, so this person may expect a fee rather than a gift."] if asks else []
    return (*often, *paid)
