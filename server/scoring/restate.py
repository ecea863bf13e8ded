"""A stored annotation as it would read for another brand: fit, tier, engagement band and the note on rivals."""

from collections.abc import Mapping
from typing import Any

from server.domain.annotation import Tier
from server.domain.brand import Brand
from server.domain.profile import Count
from server.scoring.engagement import band_word, rate_of, usual_of
from server.scoring.engagement_table import load_engagement
from server.scoring.fit import fit_of
from server.scoring.notes import RIVAL, rivals_in
from server.scoring.own_cuts import cuts_of
from server.scoring.rescore import stored_facts
from server.scoring.stored import engagement_from_json
from server.scoring.tiers import tier_of
from server.scoring.wire import fit_to_json, tier_to_json
from server.scoring.wishes import wishes_of

Json = Mapping[str, Any]


def restate(annotation: Json, profile: Json, brand: Brand) -> dict[str, Any]:
    """The annotation with everything that depends on the brand as reading the page again would give it.

    Raises InvalidInput where the JSON is not an annotation, or the brand's cuts overlap.
    """
    facts = stored_facts(annotation, profile, wishes_of(brand))
    tier = _tier(profile, annotation["tier"], brand)
    notes = [note for note in annotation.get("notes", ()) if not note.startswith(RIVAL)]
    return {
        **annotation,
        "tier": tier_to_json(tier),
        "engagement": _banded(annotation, tier),
        "fit": fit_to_json(fit_of(facts)),
        "notes": [*rivals_in(facts), *notes],
    }


def _tier(profile: Json, stored: Json | None, brand: Brand) -> Tier | None:
    """By the count as the page showed it, so that a rounded one stays open between two tiers."""
    shown = profile.get("followers")
    if shown is None:
        return tier_of(Count(value=stored["followers"]), cuts_of(brand)) if stored else None
    return tier_of(Count(value=shown["value"], exact=shown.get("exact", True)), cuts_of(brand))


def _banded(annotation: Json, tier: Tier | None) -> dict[str, Any]:
    rule = load_engagement().platforms[annotation["platform"]]
    usual = usual_of(rule, tier)
    band = band_word(rate_of(engagement_from_json(annotation["engagement"]), rule), usual)
    return {**annotation["engagement"], "usual": list(usual) if usual else None, "band": band}
