"""What could not be read, in words, and what wants a second look."""

from collections.abc import Iterator

from server.domain.annotation import Engagement
from server.domain.profile import Profile
from server.scoring.facts import Facts
from server.scoring.observations import observe
from server.scoring.phrases import counted, listed
from server.scoring.wishes import fold_name

RIVAL = "names a rival: "


def notes_of(profile: Profile, engagement: Engagement, facts: Facts | None) -> tuple[str, ...]:
    """Coverage first, then rivals of the brand, then observations; nothing here changes a number."""
    return (*_coverage(profile, engagement), *rivals_in(facts), *observe(profile, engagement))


def _coverage(profile: Profile, engagement: Engagement) -> Iterator[str]:
    if profile.followers is None:
        yield "couldn't read followers"
    if profile.private:
        yield "private account"
    if engagement.hidden:
        yield f"likes hidden on {counted(engagement.hidden, 'post')}"
    if engagement.pinned:
        yield f"{counted(engagement.pinned, 'pinned post')} left out of engagement"
    if engagement.coauthored:
        yield f"{counted(engagement.coauthored, 'co-authored post')} left out of engagement"
    if engagement.state == "thin":
        yield f"engagement from {counted(engagement.used, 'post')} only"


def rivals_in(facts: Facts | None) -> Iterator[str]:
    """One note when posts or bio name a rival of the brand; a warning, no verdict."""
    if facts and facts.wishes.rivals:
        named = {name for post in facts.reading.posts for name in post.brands}
        named |= {mention.name for mention in facts.reading.mentions}
        rivals = sorted(name for name in named if fold_name(name) in facts.wishes.rivals)
        if rivals:
            yield f"{RIVAL}{listed(rivals)}"
