"""The words on screen for ids: platforms, stages, tiers, facets, views, classes of posts, goals."""

from collections.abc import Mapping
from typing import Any

from nlp.taxonomy import load_taxonomy

PLATFORMS = {"instagram": "Instagram", "tiktok": "TikTok"}
STAGES = {
    "spotted": "Spotted",
    "shortlisted": "Shortlisted",
    "asked": "Asked",
    "yes": "Yes",
    "no": "No",
    "sent": "Sent",
    "arrived": "Arrived",
    "seen_wearing": "Seen wearing",
    "quiet": "Quiet",
}
OFFER_CLASSES = {"organic": "Unpaid", "gifted": "Gifted", "affiliate": "Affiliate", "paid": "Paid"}
"""Classes of posts that name the brand."""
TIERS = {"below": "Below nano", "nano": "Nano", "micro": "Micro", "macro": "Macro", "mega": "Mega"}
TIER_HINTS = {
    "below": "under 1,000",
    "nano": "1,000 to 5,000",
    "micro": "1,000 to 100,000",
    "macro": "100,000 to 1 million",
    "mega": "1 million and more",
}
FACETS = {"aesthetic": "Look", "scene": "Scene", "craft": "Craft", "value": "Values", "format": "Formats"}
VIEWS = {
    "profile": "profile page",
    "hover": "hover card",
    "search": "search results",
    "post": "post page",
    "feed": "feed",
}
CLASSES = {
    "paid": "Paid",
    "gifted": "Gifted",
    "affiliate": "Affiliate",
    "own_promo": "Own things",
    "organic_brand": "Names a brand, unpaid",
    "none": "No brand",
}
GOALS = {
    "seeding": ("Organic seeding", "Send things to people who share your world. Nothing is owed."),
    "paid": ("Paid collaboration", "A paid post: answering reach, a size that fits, few surprises."),
    "ambassadors": ("Ambassadors", "Somebody to stand beside for a year: shared values, a craft, trust."),
}
CHANGES = {
    "saved": "Saved to",
    "refreshed": "Read again",
    "note": "Note",
    "tags": "Tags",
    "stage": "Stage",
    "moved": "Moved to",
}


def label(item: str) -> str:
    """The label of a niche or signal."""
    return load_taxonomy().label(item)


def tier_words(tier: Mapping[str, Any] | None) -> str:
    """ "micro · nano", with a leading "about" where a rounded count leaves two open; a dash when unknown."""
    if not tier:
        return "–"
    return str(tier["label"]) if tier.get("certain", True) else f"about {tier['label']}"
