"""An account as a page showed it. What the page did not say is None."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Platform = Literal["instagram", "tiktok"]
View = Literal["profile", "hover", "search", "post", "feed"]
PostKind = Literal["image", "carousel", "reel", "video", "photos"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Count:
    """A number of followers, likes or posts; `exact` is False for a printed short form such as "48.2K"."""

    value: int
    exact: bool = True

    def interval(self) -> tuple[int, int]:
        """Lowest and highest true value that a page could have printed as this one, both included.

        Pages print at most one decimal of K or M up to three digits and may round or cut, so a short form is
        open by one printed step on both sides: "48.2K" is 48,100 to 48,300, "1M" is 900,000 to 1,100,000.
        """
        if self.exact or self.value < 1_000:
            return self.value, self.value
        unit = 1_000_000 if self.value >= 1_000_000 else 1_000
        step = unit // 10 if self.value < 100 * unit else unit
        return max(0, self.value - step), self.value + step


@dataclass(frozen=True, kw_only=True, slots=True)
class Link:
    """A link that the account shows; `title` is None when the page gave none."""

    url: str
    title: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Post:
    """One post of the profile's own list. Counts are None when hidden or not sent, never 0 in their place."""

    id: str | None = None
    kind: PostKind | None = None
    caption: str | None = None
    likes: int | None = None
    comments: int | None = None
    views: int | None = None
    shares: int | None = None
    saves: int | None = None
    published_at: datetime | None = None
    pinned: bool | None = None
    coauthors: tuple[str, ...] = ()
    paid_label: bool | None = None
    tagged: tuple[str, ...] = ()
    place: str | None = None
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Profile:
    """One account, one moment. `handle` is None only in files that were given without one."""

    platform: Platform
    handle: str | None = None
    id: str | None = None
    name: str | None = None
    bio: str | None = None
    category: str | None = None
    followers: Count | None = None
    following: Count | None = None
    posts_count: Count | None = None
    likes_total: Count | None = None
    verified: bool | None = None
    private: bool | None = None
    links: tuple[Link, ...] = ()
    pronouns: tuple[str, ...] = ()
    captured_at: datetime | None = None
    view: View | None = None
    posts: tuple[Post, ...] = ()
