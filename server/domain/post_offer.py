"""A post of a saved person that names a brand of the user's, offered to the gift ledger."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Literal

from server.domain.account import Account

OfferClass = Literal["organic", "gifted", "affiliate", "paid"]
State = Literal["waiting", "accepted", "rejected"]
CLASSES: tuple[OfferClass, ...] = ("organic", "gifted", "affiliate", "paid")


@dataclass(frozen=True, kw_only=True, slots=True)
class PostOffer:
    """One post for one brand (its id). `post` is the platform's id of the post, None when the page gave none.

    `before`, `words`, `after` are a piece of the caption around the words that name the brand; `words` is a tagged
    @handle and the others are "" where the caption does not name it. `published_at` is ISO 8601 in UTC; it and the
    counts are None when the page did not say. `gift` is the ledger's line that the post is counted with once accepted,
    None when nothing had been sent.
    """

    id: str
    brand: str
    platform: str
    handle: str
    post: str | None
    commercial: OfferClass
    before: str = ""
    words: str
    after: str = ""
    published_at: str | None = None
    likes: int | None = None
    comments: int | None = None
    views: int | None = None
    found_at: str
    state: State = "waiting"
    gift: str | None = None

    @property
    def account(self) -> Account:
        """Who posted it."""
        return Account(platform=self.platform, handle=self.handle.lower())

    def decided(self, state: State, gift: str | None) -> "PostOffer":
        """The same post after a decision."""
        return replace(self, state=state, gift=gift)

    def is_by(self, platform: str, handle: str) -> bool:
        """Whether this account posted it."""
        return self.platform == platform and self.handle.lower() == handle.lower()

    def to_body(self) -> dict[str, Any]:
        """Plain JSON."""
        return {field.name: getattr(self, field.name) for field in fields(self)}

    @classmethod
    def from_body(cls, body: Mapping[str, Any]) -> "PostOffer":
        """The offer that `to_body` wrote."""
        return cls(**{field.name: body[field.name] for field in fields(cls) if field.name in body})
