"""Finds discount codes as they are written: "code DROP15", "10% off with BISCUIT10", "HEFTY10 saves you ten"."""

import re

from nlp.reading import Evidence
from nlp.tokens import TextPart

# The word for a code, then the code in capitals. Words in the languages that write codes in Latin letters, own list.
_NAMED = re.compile(
    r"\b(?:[Cc]ode|CODE|[Cc][óo]digo|[Cc]odice|[Cc]upom|[Kk]ode|[Rr]abattcode|[Kk]ortingscode|[Kk]odu?|[Пп]ромокод)"
    r":?\s+[A-Z][A-Z0-9]{3,}\b"
)
# Capitals that end in two digits are a code where the text also speaks of saving.
_BARE = re.compile(r"(?<![#@\w])[A-Z]{4,}[0-9]{2}\b")
_CAPITALS = re.compile(r"[A-Z][A-Z0-9]{3}")
_SAVING = re.compile(
    r"%|\boff\b|\bsaves?\b|\bdiscount\b|\bRabatt\b|\bsconto\b|\bdescuento\b|\bréduction\b|\bkorting\b", re.I
)


def discount_codes(part: TextPart) -> list[Evidence]:
    """Every code of a text with its exact place."""
    text = part.text
    if text.islower() or not _CAPITALS.search(text):
        return []
    named = [part.evidence(*match.span()) for match in _NAMED.finditer(text)]
    bare = [] if named else [part.evidence(*match.span()) for match in _BARE.finditer(text)]
    return named or (bare if bare and _SAVING.search(text) else [])
