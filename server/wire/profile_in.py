"""The contract's "Profile in": structs that refuse unknown keys, and their way into the domain."""

from datetime import UTC, datetime
from typing import Annotated, Literal

import msgspec

from server.domain.errors import InvalidInput
from server.domain.profile import Count, Link, Platform, Post, PostKind, Profile, View

Whole = Annotated[int, msgspec.Meta(ge=0, le=10**13)]
Line = Annotated[str, msgspec.Meta(max_length=2_048)]
Text = Annotated[str, msgspec.Meta(max_length=60_000)]
Names = Annotated[list[Line], msgspec.Meta(max_length=200)]


class CountIn(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A count as printed; `exact` is false for a short form such as 48.2K."""

    value: Whole
    exact: bool = True


class LinkIn(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A link of the bio."""

    url: Line
    title: Line | None = None


class PostIn(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """One post; null or absent means that the page did not say."""

    id: Line | None = None
    kind: PostKind | None = None
    caption: Text | None = None
    likes: Whole | None = None
    comments: Whole | None = None
    views: Whole | None = None
    shares: Whole | None = None
    saves: Whole | None = None
    published_at: datetime | None = None
    pinned: bool | None = None
    coauthors: Names | None = None
    paid_label: bool | None = None
    tagged: Names | None = None
    place: Line | None = None
    labels: Names | None = None


class ProfileIn(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """One account as a page or a file gives it; `captions` is the short form of posts for files."""

    platform: Platform
    id: Line | int | None = None
    handle: Annotated[str, msgspec.Meta(min_length=1, max_length=120)] | None = None
    name: Line | None = None
    bio: Text | None = None
    category: Line | None = None
    followers: Whole | CountIn | None = None
    following: Whole | CountIn | None = None
    posts_count: Whole | CountIn | None = None
    likes_total: Whole | CountIn | None = None
    verified: bool | None = None
    private: bool | None = None
    links: Annotated[list[LinkIn], msgspec.Meta(max_length=50)] | None = None
    pronouns: Names | None = None
    captured_at: datetime | None = None
    view: View | None = None
    posts: Annotated[list[PostIn], msgspec.Meta(max_length=500)] | None = None
    captions: Annotated[list[Text], msgspec.Meta(max_length=500)] | None = None


class ProfileWithHandle(ProfileIn, frozen=True):
    """A profile from a page, which always has a handle."""

    view: Literal["profile", "hover", "search", "post", "feed"] | None = None


def to_profile(given: ProfileIn) -> Profile:
    """The domain's Profile; raises InvalidInput when posts and captions are both given."""
    if given.posts and given.captions:
        raise InvalidInput(
            "Both posts and captions are given.", field="captions", action="Use captions only as short form of posts."
        )
    posts = [_post(p) for p in given.posts or ()] or [Post(caption=c) for c in given.captions or ()]
    return Profile(
        platform=given.platform,
        handle=given.handle.lstrip("@") if given.handle else None,
        id=None if given.id is None else str(given.id),
        name=given.name,
        bio=given.bio,
        category=given.category,
        followers=_count(given.followers),
        following=_count(given.following),
        posts_count=_count(given.posts_count),
        likes_total=_count(given.likes_total),
        verified=given.verified,
        private=given.private,
        links=tuple(Link(url=link.url, title=link.title) for link in given.links or ()),
        pronouns=tuple(given.pronouns or ()),
        captured_at=_utc(given.captured_at),
        view=given.view,
        posts=tuple(posts),
    )


def _count(given: int | CountIn | None) -> Count | None:
    if given is None:
        return None
    return Count(value=given) if isinstance(given, int) else Count(value=given.value, exact=given.exact)


def _post(given: PostIn) -> Post:
    return Post(
        id=given.id,
        kind=given.kind,
        caption=given.caption,
        likes=given.likes,
        comments=given.comments,
        views=given.views,
        shares=given.shares,
        saves=given.saves,
        published_at=_utc(given.published_at),
        pinned=given.pinned,
        coauthors=tuple(given.coauthors or ()),
        paid_label=given.paid_label,
        tagged=tuple(given.tagged or ()),
        place=given.place,
        labels=tuple(given.labels or ()),
    )


def _utc(moment: datetime | None) -> datetime | None:
    """Times without a zone are read as UTC."""
    if moment is None or moment.tzinfo is not None:
        return moment
    return moment.replace(tzinfo=UTC)
