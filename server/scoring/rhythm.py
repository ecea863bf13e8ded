"""How often an account posts and how long ago it last did."""

from collections.abc import Iterable
from datetime import datetime

from server.domain.profile import Post
from server.scoring.post_choice import DAY_SECONDS, age_days, aware

NEWEST = 12
LEAST_DATED = 3


def posts_per_week(posts: Iterable[Post]) -> float | None:
    """Posts a week over the newest twelve dated, unpinned ones; None under three dates or within one day."""
    dates = sorted((aware(post.published_at) for post in posts if post.published_at and not post.pinned), reverse=True)
    dates = dates[:NEWEST]
    if len(dates) < LEAST_DATED:
        return None
    days = (dates[0] - dates[-1]).total_seconds() / DAY_SECONDS
    return (len(dates) - 1) / days * 7 if days >= 1 else None


def last_post_days(posts: Iterable[Post], now: datetime) -> float | None:
    """Days since the newest dated post, None when no post has a date."""
    ages = [age for post in posts if (age := age_days(post, now)) is not None]
    return min(ages, default=None)
