"""Everything that Seedlist says about one profile for one brand: pure, from facts and a reading."""

from datetime import datetime

from nlp.reading import Reading
from server.domain.annotation import Annotation
from server.domain.brand import Brand
from server.domain.profile import Profile
from server.scoring.commercial import commercial_of
from server.scoring.engagement import engagement_of
from server.scoring.facts import facts_of
from server.scoring.fit import fit_of
from server.scoring.notes import notes_of
from server.scoring.own_cuts import cuts_of
from server.scoring.tiers import tier_of
from server.scoring.wishes import wishes_of


def annotate(profile: Profile, reading: Reading, brand: Brand | None, *, now: datetime) -> Annotation:
    """Tier, engagement, reading and, with a brand, fit. `now` stands in where the profile has no capture time.

    The same input gives the same answer; unknown facts stay None. Raises InvalidInput for a brand with weights of
    parts that do not exist or tier cuts that overlap.
    """
    tier = tier_of(profile.followers, cuts_of(brand))
    engagement = engagement_of(profile, tier, now)
    commercial = commercial_of(reading.posts, profile.posts)
    facts = facts_of(profile, reading, engagement, commercial, wishes_of(brand)) if brand else None
    return Annotation(
        platform=profile.platform,
        handle=profile.handle,
        id=profile.id,
        tier=tier,
        engagement=engagement,
        reading=reading,
        commercial=commercial,
        fit=fit_of(facts) if facts else None,
        notes=(*reading.notes, *notes_of(profile, engagement, facts)),
    )
