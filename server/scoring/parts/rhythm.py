"""Rhythm: whether somebody still posts, and how often."""

from math import exp
from statistics import fmean

from server.scoring.facts import Facts, Measured, Part, unknown

FADE_DAYS = 60.0  # days since the last post at which that half of the part has fallen to 1/e; 90 is "inactive"
ENOUGH = 0.5  # posts a week at which the other half is a half; two a week are 0.8


def measure(facts: Facts) -> Measured:
    """Mean of how fresh the last post is and how often there is one; either alone where the other is unknown.

    Posting very often brings nothing more. Unknown when no post has a date.
    """
    last, weekly = facts.engagement.last_post_days, facts.engagement.posts_per_week
    if last is None:
        return unknown("The page gave no dates.")
    values, reasons = [exp(-last / FADE_DAYS)], [f"last post {_days(last)}"]
    if weekly is not None:
        values.append(weekly / (weekly + ENOUGH))
        reasons.insert(0, f"{weekly:.1f} posts a week")
    text = ", ".join(reasons)
    return Measured(
        value=fmean(values),
        why=f"{text[:1].upper()}{text[1:]}.",
        sure=0.9 if weekly is not None else 0.5,
    )


def _days(days: float) -> str:
    whole = int(days)
    if whole < 1:
        return "today"
    return "yesterday" if whole == 1 else f"{whole} days ago"


PART = Part(id="rhythm", label="Rhythm", measure=measure)
