"""Which posts count: doubles and blanks left out, the newest first, the too young known."""

from collections.abc import Hashable, Iterable
from datetime import UTC, datetime

from server.domain.profile import Post

DAY_SECONDS = 86_400.0


def distinct_places(posts: Iterable[Post]) -> tuple[int, ...]:
    """Positions of the posts that say anything, each post once; a double is known by its id or by all it says."""
    seen: set[Hashable] = set()
    kept: list[int] = []
    for place, post in enumerate(posts):
        mark = identity(post)
        if mark not in seen and not is_blank(post):
            seen.add(mark)
            kept.append(place)
    return tuple(kept)


def identity(post: Post) -> Hashable:
    """What makes two posts the same one: the id, or without an id everything that the page said."""
    return post.id or (post.caption, post.likes, post.comments, post.views, post.published_at)


def is_blank(post: Post) -> bool:
    """A post that says nothing at all: no words, no number, no label, no date."""
    facts = (post.likes, post.comments, post.views, post.published_at, post.paid_label)
    return not (post.caption or "").strip() and not post.labels and all(fact is None for fact in facts)


def age_days(post: Post, now: datetime) -> float | None:
    """Days since a post appeared, None when the page gave no date; a date in the future counts as 0."""
    if post.published_at is None:
        return None
    return max(0.0, (aware(now) - aware(post.published_at)).total_seconds() / DAY_SECONDS)


def aware(moment: datetime) -> datetime:
    """A moment with its zone; one without a zone is read as UTC."""
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def newest_first(posts: Iterable[Post]) -> list[Post]:
    """Dated posts from the newest on, then those without a date in the order of the page."""
    return sorted(posts, key=_recency)


def _recency(post: Post) -> tuple[int, float]:
    return (1, 0.0) if post.published_at is None else (0, -aware(post.published_at).timestamp())
