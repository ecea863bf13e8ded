"""Gives each post its commercial class, the first that fits: paid, gifted, affiliate, own_promo, organic_brand."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from nlp.commerce_files import CommerceWords, Cue, load_commerce_words
from nlp.components.brands import GOODS, Mention
from nlp.components.codes import discount_codes
from nlp.components.cues import PartCues
from nlp.folding import fold
from nlp.hits import Hit
from nlp.niche_features import OWN
from nlp.reading import Evidence, PostClass, PostReading
from nlp.spans import inside_longer
from nlp.term_list import Match
from nlp.tokens import Sheet, TextPart

_BRACKETS = re.compile(r"[【\[［]\s*([^\s【】\[\]]{2,12})\s*[】\]］]")
_OPENING = re.compile(r"^[^\w\n#@]*(\w{2,14})\s*[:：|/]", re.MULTILINE)
"""The word before a colon or stroke that a line opens with: "Publi: ...", "Werbung | ..."."""
_SCHEME = re.compile(r"^(?:https?://)?(?:www\.)?")
_EVIDENCE = 5
_ORDER: tuple[PostClass, ...] = ("paid", "gifted", "affiliate", "own_promo", "organic_brand")
_DECIDING = {"denied", "paid", "gifted", "affiliate", "says", "call", "about", "hint"}
"""Kinds of words that make a class; the others tell of brands and sellers."""
Found = dict[str, list[Evidence]]


class Commerce:
    """Words of disclosure, codes, own things, brands; negations first."""

    def __init__(self, words: CommerceWords) -> None:
        self._words = words

    def __call__(self, doc: Doc) -> Doc:
        """Fill `posts`, one entry a post."""
        sheet: Sheet = doc._.sheet
        captions = {part.post: part for part in sheet.at("caption")}
        mentions: dict[int | None, list[Mention]] = defaultdict(list)
        for mention in doc._.mention_list or ():
            mentions[mention.part.post].append(mention)
        hosts = _own_hosts(sheet)
        cues, languages = doc._.cues, {*(doc._.languages or ())}
        goods = self._goods_of_seller(sheet, doc._.hits, cues)
        posts: list[PostReading] = []
        for number, post in enumerate(doc._.profile.posts):
            part = captions.get(number)
            reading = PostReading()
            if part is not None:
                found = self._classes(part, cues[id(part)].offers, languages)
                found["own_promo"] += [hit.evidence() for hit in goods[number]] + self._own_links(part, hosts)
                reading = _post(part, found, mentions[number])
            posts.append(_labelled(post.paid_label, reading))
        doc._.posts = tuple(posts)
        return doc

    def _classes(self, part: TextPart, offers: list[Match[Cue]], languages: set[str]) -> Found:
        """What the words of one caption say, by class."""
        by_kind: Found = defaultdict(list)
        for match, kinds in _longest(offers, languages):
            for kind in kinds & _DECIDING:
                by_kind[kind].append(part.evidence(match.start, match.end))
        found: Found = defaultdict(list)
        if not by_kind["denied"]:
            found["paid"] = by_kind["paid"] + self._bracketed(part, "paid") + self._opening(part)
        found["gifted"] = by_kind["gifted"] + self._bracketed(part, "gifted")
        found["affiliate"] = by_kind["affiliate"] + self._shop_links(part) + discount_codes(part)
        found["own_promo"] = by_kind["says"] + (by_kind["call"] if by_kind["about"] else [])
        found["organic_brand"] = by_kind["hint"] + (_handles(part) if by_kind["denied"] else [])
        return found

    def _bracketed(self, part: TextPart, kind: str) -> list[Evidence]:
        return [
            part.evidence(found.start(), found.end())
            for found in _BRACKETS.finditer(part.text)
            if self._words.bracketed.get(fold(found.group(1))) == kind
        ]

    def _opening(self, part: TextPart) -> list[Evidence]:
        return [
            part.evidence(*found.span(1))
            for found in _OPENING.finditer(part.text)
            if fold(found.group(1)) in self._words.openings
        ]

    def _own_links(self, part: TextPart, hosts: set[str]) -> list[Evidence]:
        """Links to the account's own place; link shops are another class."""
        links = [token for token in part.tokens if token.kind == "link" and _host(part.written(token)) in hosts]
        if not links:
            return []
        shops = {(evidence.start, evidence.end) for evidence in self._shop_links(part)}
        return [part.evidence(token.start, token.end) for token in links if (token.start, token.end) not in shops]

    def _shop_links(self, part: TextPart) -> list[Evidence]:
        links = (token for token in part.tokens if token.kind == "link")
        return [
            part.evidence(token.start, token.end)
            for token in links
            if any(host in part.written(token).lower() for host in self._words.hosts)
        ]

    def _goods_of_seller(self, sheet: Sheet, hits: Sequence[Hit], cues: Mapping[int, PartCues]) -> dict[int, list[Hit]]:
        """Where the bio sells: the strong niche words of each caption."""
        goods: dict[int, list[Hit]] = defaultdict(list)
        offers = [match for part in sheet.parts if part.place in OWN for match in cues[id(part)].offers]
        if any(cue.kind == "seller" for match in offers for cue in match.senses):
            trades = _trades(hits)
            for hit in hits:
                if hit.part.place == "caption" and _is_for_sale(hit) and hit.sense.id in trades:
                    goods[hit.part.post or 0].append(hit)
        return goods


def _post(part: TextPart, found: Found, mentions: Sequence[Mention]) -> PostReading:
    """The first class that something speaks for."""
    found["organic_brand"] += [part.evidence(m.start, m.end) for m in mentions]
    brands = tuple(dict.fromkeys([mention.name for mention in mentions]))
    for name in _ORDER:
        if found[name]:
            return PostReading(commercial=name, brands=brands, evidence=tuple(dict.fromkeys(found[name]))[:_EVIDENCE])
    return PostReading(brands=brands)


def _handles(part: TextPart) -> list[Evidence]:
    """Who says "not an ad" names a brand: the handles of the text."""
    return [part.evidence(token.start, token.end) for token in part.tokens if token.kind == "handle"]


def _is_for_sale(hit: Hit) -> bool:
    """A word for goods, or a strong word of any niche."""
    strengths = ("strong", "weak") if hit.sense.id in GOODS else ("strong",)
    return hit.sense.facet == "niche" and hit.sense.strength in strengths


def _trades(hits: Sequence[Hit]) -> set[str]:
    """What a seller deals in: goods, and the niches that the account's own texts name; else the most frequent one."""
    own = {hit.sense.id for hit in hits if hit.part.place in OWN and hit.sense.facet == "niche"}
    said = Counter(hit.sense.id for hit in hits if hit.part.place == "caption" and _is_for_sale(hit))
    return {*GOODS, *(own or (niche for niche, _ in said.most_common(1)))}


def _own_hosts(sheet: Sheet) -> set[str]:
    """Hosts that the account's own texts show, or that come back in its captions."""
    hosts: Counter[str] = Counter()
    for part in sheet.parts:
        found = {_host(part.written(token)) for token in part.tokens if token.kind == "link"}
        hosts.update(dict.fromkeys(found, 2 if part.place in OWN else 1))
    return {host for host, count in hosts.items() if count > 1}


def _host(link: str) -> str:
    return _SCHEME.sub("", link.lower()).partition("/")[0]


def _longest(offers: list[Match[Cue]], languages: set[str]) -> Iterator[tuple[Match[Cue], set[str]]]:
    """The longest matches where they overlap; tags of a language only in that language."""
    held = inside_longer((match.start, match.end) for match in offers)
    for match in offers:
        if (match.start, match.end) not in held:
            yield match, {cue.kind for cue in match.senses if _counts(cue, languages)}


def _counts(cue: Cue, languages: set[str]) -> bool:
    return not cue.is_word or cue.language in ("any", "en") or cue.language in languages


def _labelled(paid_label: bool | None, reading: PostReading) -> PostReading:
    """The platform's own label beats the words; its evidence is the label, not a text."""
    if not paid_label or reading.commercial == "paid":
        return reading
    return PostReading(commercial="paid", brands=reading.brands)


@Language.factory(
    "seedlist_commerce",
    requires=["doc._.sheet", "doc._.hits", "doc._.languages", "doc._.cues", "doc._.mention_list"],
    assigns=["doc._.posts"],
)
def create_commerce(nlp: Language, name: str) -> Commerce:  # noqa: ARG001 - spaCy's signature
    """The component with the shipped words."""
    return Commerce(load_commerce_words())
