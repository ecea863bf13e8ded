"""A product sent to somebody, and what was seen afterwards; nothing is owed."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any


@dataclass(frozen=True, kw_only=True, slots=True)
class Gift:
    """One line of the ledger. `value` is the price in the shop and `cost` what it cost to give, both in the user's
    own currency; `posts_seen` how many posts showed it. None means not noted; `sent_on` None means not sent yet.
    """

    id: str = ""
    list_id: str
    platform: str
    handle: str
    product: str
    size: str = ""
    value: float | None = None
    cost: float | None = None
    sent_on: date | None = None
    tracking: str = ""
    has_consent: bool = False
    posts_seen: int | None = None

    def with_id(self, gift_id: str) -> "Gift":
        """The same gift under an id."""
        return replace(self, id=gift_id)

    def is_to(self, platform: str, handle: str) -> bool:
        """Whether it is noted for this account."""
        return self.platform == platform and self.handle.lower() == handle.lower()

    def to_body(self) -> dict[str, Any]:
        """Plain JSON; the day is ISO 8601."""
        plain = {field.name: getattr(self, field.name) for field in fields(self)}
        return plain | {"sent_on": self.sent_on.isoformat() if self.sent_on else None}

    @classmethod
    def from_body(cls, body: Mapping[str, Any]) -> "Gift":
        """The gift that `to_body` wrote."""
        known = {field.name: body[field.name] for field in fields(cls) if field.name in body}
        return cls(**known | {"sent_on": date.fromisoformat(body["sent_on"]) if body.get("sent_on") else None})
