"""Engagement by the field's formulas: medians over eligible posts, with what they rest on."""

from collections.abc import Sequence
from datetime import datetime
from statistics import fmean, median

from server.domain.annotation import Engagement, EngagementState, Tier
from server.domain.profile import Post, Profile
from server.scoring.bands import Band
from server.scoring.engagement_table import EngagementRules, PlatformRule, load_engagement
from server.scoring.post_choice import age_days, distinct_places, newest_first
from server.scoring.rhythm import last_post_days, posts_per_week
from server.scoring.tiers import narrowest

VIDEO = ("reel", "video")


def engagement_of(
    profile: Profile, tier: Tier | None, now: datetime, rules: EngagementRules | None = None
) -> Engagement:
    """Rates as shares over the newest eligible posts.

    Eligible: likes visible, a day old or more where the date is known, not pinned, not co-authored by others. By
    followers is the median of interactions over followers; by views the median over video posts of interactions
    over views. A count beside likes that a post does not show (comments, shares) is left out of its sum. Hidden
    likes, pinned and co-authored posts are counted, never read as 0.
    """
    rules = rules or load_engagement()
    rule = rules.platforms[profile.platform]
    posts = [profile.posts[place] for place in distinct_places(profile.posts)]
    moment = profile.captured_at or now
    used = newest_first(post for post in posts if is_eligible(post, profile, moment, rules))[: rules.newest]
    sums = [interactions(post, rule) for post in used]
    by_followers, by_views = _by_followers(sums, profile), _by_views(used, rule)
    usual = usual_of(rule, tier)
    return Engagement(
        by_followers=by_followers,
        by_views=by_views,
        used=len(used),
        seen=len(posts),
        hidden=sum(has_hidden_likes(post) for post in posts),
        pinned=sum(post.pinned is True for post in posts),
        coauthored=sum(is_by_others(post, profile) for post in posts),
        state=_state(len(used), rules),
        band=band_word(by_views if rule.measure == "by_views" else by_followers, usual),
        usual=usual,
        median_likes=_median([post.likes for post in used if post.likes is not None]),
        median_comments=_median([post.comments for post in used if post.comments is not None]),
        skew=_skew(sums),
        posts_per_week=posts_per_week(posts),
        last_post_days=last_post_days(posts, moment),
    )


def is_eligible(post: Post, profile: Profile, now: datetime, rules: EngagementRules) -> bool:
    """Whether a post counts into the rates."""
    age = age_days(post, now)
    settled = age is None or age >= rules.min_age_days
    return post.likes is not None and settled and not post.pinned and not is_by_others(post, profile)


def has_hidden_likes(post: Post) -> bool:
    """Other numbers are shown but likes are not. A post with words alone was not read, so nothing is hidden."""
    return post.likes is None and (post.comments is not None or post.views is not None)


def is_by_others(post: Post, profile: Profile) -> bool:
    """Somebody else is an author of the post too, so their followers count in its numbers."""
    own = (profile.handle or "").lower().lstrip("@")
    return any(author.lower().lstrip("@") != own for author in post.coauthors)


def interactions(post: Post, rule: PlatformRule) -> int:
    """The counts of a post that the platform's rule adds up."""
    return sum(getattr(post, name) or 0 for name in rule.interactions)


def usual_of(rule: PlatformRule, tier: Tier | None) -> Band | None:
    """The usual band of a tier on a platform, None without a tier or a row for it."""
    return rule.bands.by_tier.get(narrowest(tier)) if tier else None


def rate_of(engagement: Engagement, rule: PlatformRule) -> float | None:
    """The rate that the platform's band is about."""
    return engagement.by_views if rule.measure == "by_views" else engagement.by_followers


def band_word(rate: float | None, usual: Band | None) -> str | None:
    """low, usual or high; both ends of the band are usual. None when the rate or the band is unknown."""
    if rate is None or usual is None:
        return None
    if rate < usual[0]:
        return "low"
    return "high" if rate > usual[1] else "usual"


def _by_followers(sums: Sequence[int], profile: Profile) -> float | None:
    followers = profile.followers.value if profile.followers else 0
    return median(sums) / followers if sums and followers > 0 else None


def _by_views(posts: Sequence[Post], rule: PlatformRule) -> float | None:
    return _median([interactions(post, rule) / post.views for post in posts if post.views and _is_video(post)])


def _is_video(post: Post) -> bool:
    return post.kind is None or post.kind in VIDEO


def _median(values: Sequence[float]) -> float | None:
    return float(median(values)) if values else None


def _skew(sums: Sequence[int]) -> float | None:
    """Mean over median; 1 is even, 3 means that one post carries the mean."""
    middle = median(sums) if sums else 0
    return fmean(sums) / middle if middle > 0 else None


def _state(used: int, rules: EngagementRules) -> EngagementState:
    if used == 0:
        return "unknown"
    return "thin" if used < rules.thin_under else "known"
