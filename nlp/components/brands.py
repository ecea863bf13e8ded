"""Finds the commercial brands that captions and bio name or tag, known ones and handles that look like one."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from nlp.brand_files import (
    BrandName,
    BrandNames,
    load_brand_names,
    squeeze,
    users_brand_finder,
    users_brand_names,
)
from nlp.commerce_files import CommerceWords, Cue, load_commerce_words
from nlp.hits import Hit
from nlp.reading import BrandMention
from nlp.term_list import Match
from nlp.tokens import TextPart, Token

_JOIN = re.compile(r"[^\S\n]*[:\-–—|/→>(]?[^\S\n]*")
_ECHO = 4
"""A hashtag of at least this many letters that the handle repeats marks a brand (#kitella @thekitella)."""
_PIECE = 4
_ALSO_PEOPLE = ("offi", "ofi", "uffi")
_PLACES = ("caption", "bio", "name")
GOODS = {
    "everyday-style", "streetwear", "sneakers", "vintage-thrift", "luxury-fashion", "menswear", "modest-fashion",
    "plus-size-fashion", "swim-lingerie", "jewellery", "bags-accessories", "makeup", "skincare", "hair", "nails",
    "fragrance",
}  # fmt: skip


class Mention(NamedTuple):
    """One brand in one text: its name and the offsets that show it."""

    part: TextPart
    name: str
    start: int
    end: int


class Brands:
    """Gazetteer, the user's own brands, and the shape of handles and their surroundings."""

    def __init__(self, names: BrandNames, words: CommerceWords) -> None:
        self._names = names
        self._words = words
        self._pieces = tuple(words.inside)

    def __call__(self, doc: Doc) -> Doc:
        """Fill `mentions` (per brand) and `mention_list` (per text)."""
        cues, terms = doc._.cues, doc._.found
        brands = doc._.profile.brands
        users, finder = users_brand_names(brands), users_brand_finder(brands)
        goods = _ends_of_goods(doc._.hits)
        own = squeeze(doc._.sheet.handle)
        found: list[Mention] = []
        for part in doc._.sheet.parts:
            if part.place in _PLACES:
                near = _ends(cues[id(part)].offers)
                found += self._in_handles(part, own, users, goods.get(id(part), set()), near)
                found += _named(part, finder.find(part)[0], near) if brands else ()
                found += _named(part, terms[id(part)].brands, near)
        doc._.mention_list = found
        doc._.mentions = _by_brand(found)
        return doc

    def _in_handles(
        self, part: TextPart, own: str, users: BrandNames, goods: set[int], cues: dict[int, set[str]]
    ) -> Iterator[Mention]:
        for index, token in enumerate(part.tokens):
            if token.kind == "handle" and squeeze(part.written(token)) != own:
                name = self._brand_of_handle(part, index, token, users, goods, cues)
            elif token.kind == "tag":
                name = users.of_prefix(token.norm) or self._names.of_prefix(token.norm)
            else:
                continue
            if name:
                yield Mention(part, name, token.start, token.end)

    def _brand_of_handle(
        self, part: TextPart, index: int, token: Token, users: BrandNames, goods: set[int], cues: dict[int, set[str]]
    ) -> str | None:
        squeezed = squeeze(part.written(token))
        known = users.of_handle(squeezed) or self._names.of_handle(squeezed)
        if known:
            return known
        joined = index > 0 and _JOIN.fullmatch(part.text, part.tokens[index - 1].end, token.start) is not None
        near = cues.get(index, set()) if joined else set()
        if self._looks_like_brand(squeezed, part.written(token)) or _is_echoed(part, squeezed):
            return part.written(token)
        if (joined and index in goods) or ("before" in near and "person" not in near):
            return part.written(token)
        return None

    def _looks_like_brand(self, squeezed: str, written: str) -> bool:
        """A piece such as "cosmetics" ends the handle; "official" counts only set apart, people use it too."""
        if not squeezed.endswith(self._pieces):
            return False
        pieces = [piece for piece in self._words.inside if squeezed.endswith(piece) and len(squeezed) >= len(piece) + 2]
        return any(not piece.startswith(_ALSO_PEOPLE) or written[-len(piece) - 1] in "._" for piece in pieces)


def _ends(offers: list[Match[Cue]]) -> dict[int, set[str]]:
    """Kinds of cues by the token index before which they end."""
    ends: dict[int, set[str]] = defaultdict(set)
    for match in offers:
        if match.via != "tag":
            ends[match.last] |= {cue.kind for cue in match.senses if cue.kind in ("before", "person")}
    return ends


def _ends_of_goods(hits: list[Hit]) -> dict[int, set[int]]:
    """Token indices after a word for something to wear or put on, by text."""
    ends: dict[int, set[int]] = defaultdict(set)
    for hit in hits:
        if hit.sense.facet == "niche" and hit.sense.id in GOODS and hit.match.via == "word":
            ends[id(hit.part)].add(hit.match.last)
    return ends


def _is_echoed(part: TextPart, squeezed: str) -> bool:
    """True when a hashtag of the same text repeats the handle."""
    tags = (token.norm for token in part.tokens if token.kind == "tag" and len(token.norm) >= _ECHO)
    return any(tag in squeezed or (len(squeezed) >= _PIECE and squeezed in tag) for tag in tags)


def _named(part: TextPart, names: list[Match[BrandName]], cues: dict[int, set[str]]) -> Iterator[Mention]:
    """Names in the text; a plain word needs a capital and a cue before it."""
    for match in names:
        if match.via == "split":
            continue
        brand = match.senses[0]
        if brand.is_plain_word:
            is_cued = "before" in cues.get(match.first, set())
            if match.via == "tag" or not (is_cued and part.text[match.start].isupper()):
                continue
        yield Mention(part, brand.name, match.start, match.end)


def _by_brand(found: list[Mention]) -> tuple[BrandMention, ...]:
    by_name: dict[str, list[Mention]] = defaultdict(list)
    for mention in found:
        by_name[mention.name].append(mention)
    return tuple(
        BrandMention(
            name=name,
            posts=tuple(sorted({m.part.post for m in mentions if m.part.post is not None})),
            evidence=tuple(dict.fromkeys(m.part.evidence(m.start, m.end) for m in mentions)),
        )
        for name, mentions in by_name.items()
    )


@Language.factory(
    "seedlist_brands",
    requires=["doc._.sheet", "doc._.found", "doc._.hits", "doc._.cues"],
    assigns=["doc._.mentions", "doc._.mention_list"],
)
def create_brands(nlp: Language, name: str) -> Brands:  # noqa: ARG001 - spaCy's signature
    """The component with the shipped gazetteer."""
    return Brands(load_brand_names(), load_commerce_words())
