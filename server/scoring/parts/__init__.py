"""The parts of the fit, in the order of the screen. A new part is a file here, a line below and weights."""

from server.scoring.facts import Part
from server.scoring.parts import (
    commercial_load,
    craft,
    cultural_adjacency,
    engagement,
    language_place,
    niche_overlap,
    organic_affection,
    rhythm,
    safety,
    shared_meaning,
    shared_words,
    tier_match,
    trust,
)

PARTS: tuple[Part, ...] = (
    niche_overlap.PART,
    cultural_adjacency.PART,
    shared_meaning.PART,
    shared_words.PART,
    craft.PART,
    organic_affection.PART,
    commercial_load.PART,
    tier_match.PART,
    engagement.PART,
    trust.PART,
    language_place.PART,
    rhythm.PART,
    safety.PART,
)
