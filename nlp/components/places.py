"""Finds the places that bio, name and captions mention."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from nlp.place_files import PlaceName
from nlp.reading import Evidence, Place
from nlp.term_list import Match
from nlp.tokens import TextPart

_TEXTS = ("bio", "name", "caption")
_CUES = {"in", "from", "based", "to", "en", "de", "em", "aus", "a", "da", "di", "ke", "near", "visit", "📍", "📌"}
_IN_TAG = 5
"""Names shorter than this are not looked for inside longer hashtags."""
_FLAG = range(0x1F1E6, 0x1F200)


class PlaceHit(NamedTuple):
    """One place in one text."""

    part: TextPart
    name: str
    country: str
    start: int
    end: int


class Places:
    """Gazetteer with capitals, cues for names that are plain words, flags."""

    def __call__(self, doc: Doc) -> Doc:
        """Fill `places` (bio first) and `place_hits`."""
        terms = doc._.found
        parts = [part for part in doc._.sheet.parts if part.place in _TEXTS]
        found = [hit for part in parts for hit in _in_part(part, terms[id(part)].places)]
        doc._.place_hits = found
        doc._.places = _by_name(found)
        return doc


def _in_part(part: TextPart, named: list[Match[PlaceName]]) -> Iterator[PlaceHit]:
    matches = [match for match in named if _is_named(part, match)]
    spans = [(match.start, match.end) for match in matches]
    for match in matches:
        if not any(s <= match.start and match.end <= e and (s, e) != (match.start, match.end) for s, e in spans):
            place = match.senses[0]
            written = part.text[match.start : match.end].lstrip("#＃")
            name = place.name if match.via == "split" else written
            yield PlaceHit(part, name, place.country, match.start, match.end)
    for token in part.tokens:
        if token.kind == "emoji" and len(token.norm) == 2 and ord(token.norm[0]) in _FLAG:
            country = "".join(chr(ord(letter) - 0x1F1E6 + ord("A")) for letter in token.norm)
            yield PlaceHit(part, token.norm, country, token.start, token.end)


def _is_named(part: TextPart, match: Match[PlaceName]) -> bool:
    """Capital or hashtag for Latin names; a cue before it for names that are plain words."""
    if match.via in ("tag", "run"):
        return not match.senses[0].is_plain_word
    if match.via == "split":
        return not match.senses[0].is_plain_word and len(match.senses[0].name) >= _IN_TAG
    first = part.text[match.start]
    if first.islower() and first.isascii():
        return False
    if match.senses[0].is_plain_word:
        return match.first > 0 and part.tokens[match.first - 1].norm in _CUES
    return True


def _by_name(found: list[PlaceHit]) -> tuple[Place, ...]:
    """One place a name; flags are countries already and stay out of the list unless nothing else names a place."""
    evidence: dict[tuple[str, str], list[Evidence]] = defaultdict(list)
    written: dict[tuple[str, str], str] = {}
    for hit in found:
        key = (hit.name.lower(), hit.country)
        written.setdefault(key, hit.name)
        evidence[key].append(hit.part.evidence(hit.start, hit.end))
    return tuple(
        Place(text=written[key], country=key[1], evidence=tuple(dict.fromkeys(items)))
        for key, items in evidence.items()
    )


@Language.factory(
    "seedlist_places", requires=["doc._.sheet", "doc._.found"], assigns=["doc._.places", "doc._.place_hits"]
)
def create_places(nlp: Language, name: str) -> Places:  # noqa: ARG001 - spaCy's signature
    """The component; its names come with the terms."""
    return Places()
