"""Engagement: the measured rate against what is usual for the size on this platform."""

from math import log2, sqrt

from server.scoring.engagement_table import load_engagement
from server.scoring.facts import Facts, Measured, Part, unknown
from server.scoring.phrases import counted, percent

USUAL_MIDDLE = 22_361  # the size whose band is read when followers are unknown: the middle of micro
PER_DOUBLING = 0.25  # twice the middle of the band is 0.85, half of it 0.35
MIDDLE = 0.6


def measure(facts: Facts) -> Measured:
    """0.6 in the middle of the usual band, a quarter more for each doubling, within 0 to 1.

    Unknown when no rate could be measured, for instance because likes are hidden.
    """
    rule = load_engagement().platforms[facts.platform]
    engagement = facts.engagement
    rate = engagement.by_views if rule.measure == "by_views" else engagement.by_followers
    if rate is None:
        return unknown(_missing(facts))
    low, high = rule.bands.at(facts.followers or USUAL_MIDDLE)
    doublings = log2(max(rate, 1e-6) / sqrt(low * high))
    value = min(1.0, max(0.0, MIDDLE + PER_DOUBLING * doublings))
    return Measured(
        value=value,
        why=f"{percent(rate)} from {counted(engagement.used, 'post')}; "
        f"usual for this size is {percent(low)} to {percent(high)}.",
        sure=engagement.used / (engagement.used + 3),
        brief="engages above the usual" if rate > high else "",
    )


def _missing(facts: Facts) -> str:
    if facts.engagement.hidden and not facts.engagement.used:
        return "Likes are hidden, so there is no rate."
    return "The page did not show enough numbers for a rate."


PART = Part(id="engagement", label="Engagement", measure=measure)
