"""Shared meaning: what the brand's own words speak of, in what the profile's words speak of, in any language."""

from collections.abc import Sequence

from nlp.reading import Evidence
from server.scoring.facts import Facts, Measured, Part, not_asked, unknown
from server.scoring.meaning import centred, likeness, shared_subjects
from server.scoring.phrases import listed, lower_first
from server.scoring.taxonomy import label_of

WHOLE = 0.7  # likeness of the directions from which two texts speak of the same; 0.96 was the highest of 1,440 pairs
LEAST = 0.25  # a value under this names no shared subject
SURE = 0.6


def measure(facts: Facts) -> Measured:
    """Cosine of the two meanings, the mean of each taken out, up to 0.7; nothing in common or less is 0.

    The word table covers many languages, so nobody loses anything by writing another one than the brand. Unknown
    when no word of the profile is known; not asked when the brand has no words of its own.
    """
    brand, profile = facts.wishes.meaning, facts.reading.meaning
    if not brand:
        return not_asked("The brand has no words of its own yet.")
    if not profile or not facts.has_words:
        return unknown("There are too few words to tell what they mean.")
    value = min(1.0, max(0.0, likeness(brand, profile)) / WHOLE)
    is_named = value >= LEAST and not facts.is_lean
    subjects = shared_subjects(brand, centred(profile)) if is_named else ()
    named = listed([lower_first(label_of(id_)) for id_ in subjects])
    return Measured(
        value=value,
        why=f"Speaks of {named}, as the brand does." if named else "Speaks of other things than the brand.",
        evidence=_words(facts, subjects),
        sure=SURE,
    )


def _words(facts: Facts, subjects: Sequence[str]) -> tuple[Evidence, ...]:
    """The words of those shared subjects that are niches of the profile's reading."""
    rows = [niche.evidence for niche in facts.reading.niches if niche.id in subjects]
    return tuple(dict.fromkeys([item for row in rows for item in row]))


PART = Part(id="shared_meaning", label="What you speak of", measure=measure)
