"""What a brand's own words propose: niches, signals, tones, languages, places, for the user to confirm."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from nlp.reading import Evidence, Niche, Reading, Signal
from server.scoring.tones import tones_of

LEAST_NICHE = 0.3
LEAST_SIGNAL = 0.3
MOST_NICHES = 4
MOST_SIGNALS = 8


@dataclass(frozen=True, kw_only=True, slots=True)
class Proposal:
    """Wishes read from a brand's words: ids with how much, 0 to 1, and the words behind each id.

    `adjacent` are brands that the words name, besides the brand itself. Empty means that nothing showed.
    """

    name: str
    niches: Mapping[str, float] = field(default_factory=dict)
    signals: Mapping[str, float] = field(default_factory=dict)
    languages: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    tones: tuple[str, ...] = ()
    adjacent: tuple[str, ...] = ()
    evidence: Mapping[str, tuple[Evidence, ...]] = field(default_factory=dict)


def propose_brand(name: str, texts: Iterable[str], reader_result: Reading) -> Proposal:
    """The reading of a brand's own words (about page, claim, products, captions) as wishes.

    The strongest niche and signal count 1, the others in proportion. No words, no wishes.
    """
    if not any(text.strip() for text in texts):
        return Proposal(name=name)
    niches = _niches(reader_result)
    signals = _strongest({item.id: item.score for item in reader_result.signals}, LEAST_SIGNAL, MOST_SIGNALS)
    items: tuple[Niche | Signal, ...] = (*reader_result.niches, *reader_result.signals)
    return Proposal(
        name=name,
        niches=niches,
        signals=signals,
        languages=reader_result.languages,
        places=tuple(dict.fromkeys(place.text for place in reader_result.places)),
        adjacent=tuple(
            mention.name for mention in reader_result.mentions if mention.name.casefold() != name.casefold()
        ),
        evidence={item.id: item.evidence for item in items if item.id in niches or item.id in signals},
    )


def with_tones(proposal: Proposal, text: str) -> Proposal:
    """The proposal with the tones of a brand's words; for whoever asks what to take, as no score needs them."""
    tones = tones_of(text)
    return replace(proposal, tones=tuple(tones), evidence={**proposal.evidence, **tones})


def _niches(reading: Reading) -> dict[str, float]:
    answers = {niche.id: niche.score for niche in reading.niches}
    fainter = {id_: score for id_, score in reading.niche_scores.items() if score >= LEAST_NICHE}
    return _strongest({**fainter, **answers}, 0.0, MOST_NICHES)


def _strongest(scores: Mapping[str, float], least: float, most: int) -> dict[str, float]:
    kept = sorted((id_ for id_ in scores if scores[id_] >= least), key=lambda id_: (-scores[id_], id_))[:most]
    top = max((scores[id_] for id_ in kept), default=0.0)
    return {id_: round(scores[id_] / top, 2) for id_ in kept} if top > 0 else {}
