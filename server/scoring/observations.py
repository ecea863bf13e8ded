"""Named observations worth a second look: facts in words, from a table, never a verdict or a percentage of fakes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from statistics import median, quantiles

from server.domain.annotation import Engagement
from server.domain.profile import Post, Profile
from server.scoring.post_choice import distinct_places
from server.scoring.table_rows import Row, read_table

LEAST_SPREAD = 4


@dataclass(frozen=True, kw_only=True, slots=True)
class Seen:
    """What an observation may look at."""

    profile: Profile
    posts: Sequence[Post]
    engagement: Engagement


@dataclass(frozen=True, kw_only=True, slots=True)
class Observation:
    """Noted when `measure` is known, from `posts` used posts on, and beyond `above` or `below`."""

    measure: str
    above: float | None
    below: float | None
    posts: int
    words: str

    def note(self, value: float | None, used: int) -> str | None:
        """The words, or None when there is nothing to note."""
        if value is None or used < self.posts:
            return None
        beyond = (self.above is not None and value > self.above) or (self.below is not None and value < self.below)
        return f"worth a second look: {self.words.format(value=value)}" if beyond else None


def observe(profile: Profile, engagement: Engagement) -> tuple[str, ...]:
    """All observations about a profile, in the order of the table."""
    posts = [profile.posts[place] for place in distinct_places(profile.posts)]
    seen = Seen(profile=profile, posts=posts, engagement=engagement)
    notes = (row.note(MEASURES[row.measure](seen), engagement.used) for row in load_observations())
    return tuple(note for note in notes if note)


def _comments_per_100_likes(seen: Seen) -> float | None:
    likes, comments = seen.engagement.median_likes, seen.engagement.median_comments
    return 100 * comments / likes if likes and comments is not None else None


def _posts_with_likes_over_views(seen: Seen) -> float | None:
    pairs = [(post.likes, post.views) for post in seen.posts if post.likes is not None and post.views]
    return float(sum(likes > views for likes, views in pairs)) if pairs else None


def _following(seen: Seen) -> float | None:
    return float(seen.profile.following.value) if seen.profile.following else None


def _likes_spread(seen: Seen) -> float | None:
    """Half of the distance between the quartiles, as a share of the median."""
    likes = [post.likes for post in seen.posts if post.likes is not None]
    if len(likes) < LEAST_SPREAD or median(likes) <= 0:
        return None
    low, _, high = quantiles(likes, n=4)
    return (high - low) / 2 / median(likes)


def _skew(seen: Seen) -> float | None:
    return seen.engagement.skew


def _last_post_days(seen: Seen) -> float | None:
    return seen.engagement.last_post_days


MEASURES: Mapping[str, Callable[[Seen], float | None]] = {
    "comments_per_100_likes": _comments_per_100_likes,
    "posts_with_likes_over_views": _posts_with_likes_over_views,
    "following": _following,
    "likes_spread": _likes_spread,
    "skew": _skew,
    "last_post_days": _last_post_days,
}


@cache
def load_observations() -> tuple[Observation, ...]:
    """observations.toml. Raises DataFault where a row is wrong."""
    return tuple(_observation(row) for _, row in read_table("observations").rows())


def _observation(row: Row) -> Observation:
    row.allow("measure", "above", "below", "posts", "words", "source").text("source")
    if row.text("measure") not in MEASURES:
        raise row.fault(f"measure must be one of {', '.join(MEASURES)}")
    if ("above" in row.values) == ("below" in row.values):
        raise row.fault("give either above or below")
    return Observation(
        measure=row.text("measure"),
        above=row.number("above") if "above" in row.values else None,
        below=row.number("below") if "below" in row.values else None,
        posts=int(row.number("posts")),
        words=row.text("words"),
    )
