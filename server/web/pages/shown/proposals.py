"""What a brand's own words propose, each with the sentence that shows it and whether it is taken already."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from nlp.reading import Evidence
from server.domain.brand import Brand
from server.scoring.locale_names import language
from server.scoring.propose import Proposal
from server.scoring.tones import load_tones
from server.web.pages.shown import names
from server.web.pages.shown.marks import Piece, excerpt


@dataclass(frozen=True, kw_only=True, slots=True)
class Offer:
    """One thing to take over: kind (niches, signals, tones, languages, places, adjacent), id, label, weight, words."""

    kind: str
    id: str
    label: str
    weight: float | None
    words: tuple[Piece, ...]
    is_taken: bool


def offers_of(proposal: Proposal, brand: Brand, text: str) -> tuple[Offer, ...]:
    """Every proposal, strongest first within its kind; `text` is what the evidence's offsets count in."""
    return (
        *_wishes("niches", proposal.niches.items(), proposal, brand, text),
        *_wishes("signals", proposal.signals.items(), proposal, brand, text),
        *_tones(proposal, brand, text),
        *_plain("languages", proposal.languages, brand.languages, language),
        *_plain("places", proposal.places, brand.places),
        *_plain("adjacent", proposal.adjacent, brand.adjacent),
    )


def _wishes(
    kind: str, found: Iterable[tuple[str, float]], proposal: Proposal, brand: Brand, text: str
) -> Iterable[Offer]:
    taken = brand.niches if kind == "niches" else brand.signals
    for item, weight in found:
        words = _words(proposal.evidence.get(item, ()), text)
        yield Offer(kind=kind, id=item, label=names.label(item), weight=weight, words=words, is_taken=item in taken)


def _tones(proposal: Proposal, brand: Brand, text: str) -> Iterable[Offer]:
    for tone in proposal.tones:
        words = _words(proposal.evidence.get(tone, ()), text)
        label = load_tones().tones[tone].label
        yield Offer(kind="tones", id=tone, label=label, weight=None, words=words, is_taken=tone in brand.tones)


def _plain(kind: str, found: Iterable[str], taken: Iterable[str], label: Callable[[str], str] = str) -> Iterable[Offer]:
    have = {word.casefold() for word in taken}
    for word in found:
        yield Offer(kind=kind, id=word, label=label(word), weight=None, words=(), is_taken=word.casefold() in have)


def _words(evidence: tuple[Evidence, ...], text: str) -> tuple[Piece, ...]:
    in_text = [item for item in evidence if item.source == "bio"]
    return excerpt(text, in_text[0].start, in_text[0].end) if in_text else ()
