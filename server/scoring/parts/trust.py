"""Trust within the circle: how much people say beside what they like."""

from server.scoring.facts import Facts, Measured, Part, unknown

HALF_AT = 1.0  # comments per 100 likes at which the value is a half; 0.5 to 5 is called normal (trendHERO)
LEAST_POSTS = 5


def measure(facts: Facts) -> Measured:
    """Median comments per 100 likes, rising and flattening: c / (c + 1).

    Unknown when likes or comments are hidden, and under five usable posts.
    """
    engagement = facts.engagement
    likes, comments = engagement.median_likes, engagement.median_comments
    if not likes or comments is None or engagement.used < LEAST_POSTS:
        return unknown("Too few posts with both likes and comments.")
    per_hundred = 100 * comments / likes
    return Measured(
        value=per_hundred / (per_hundred + HALF_AT),
        why=f"{per_hundred:.1f} comments per 100 likes; 0.5 to 5 is normal.",
        sure=engagement.used / (engagement.used + 3),
        brief="people answer" if per_hundred > 2 * HALF_AT else "",
    )


PART = Part(id="trust", label="Trust in the circle", measure=measure)
