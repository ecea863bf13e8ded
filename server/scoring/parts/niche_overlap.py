"""Niche overlap: how near the profile's niches are to the ones that the brand wants."""

from collections.abc import Mapping
from math import fsum

from nlp.reading import Niche, Reading
from server.scoring.facts import Facts, Measured, Part, not_asked, unknown
from server.scoring.phrases import listed, lower_first
from server.scoring.taxonomy import label_of

BEST = 0.8  # share of the value that the single best match holds; the rest is how many wishes are met
FAINT = 0.15  # calibrated scores below this are noise of the reader


def measure(facts: Facts) -> Measured:
    """Best match of any wish, and how many wishes are met; a match is score x nearness x rarity x want.

    Unknown when the profile's words show no niche, and when the brand wants none.
    """
    wanted = facts.wishes.brand.niches
    if not wanted:
        return not_asked("The brand names no niches.")
    shown = strengths(facts.reading)
    if not shown:
        return unknown("No niche shows in the words that could be read.")
    met = _met(shown, facts)
    coverage = fsum(met.values()) / fsum(wanted.values())
    value = BEST * max(met.values()) + (1 - BEST) * min(1.0, 2 * coverage)
    matching = [niche for niche in facts.reading.niches if niche.id in facts.wishes.niches]
    return Measured(
        value=min(1.0, value),
        why=_why(facts.reading.niches, matching, facts),
        evidence=tuple(item for niche in matching for item in niche.evidence),
        sure=_sure(facts.reading, shown),
        brief=f"shows {listed([lower_first(label_of(niche.id)) for niche in matching], 2)}" if matching else "",
    )


def strengths(reading: Reading) -> Mapping[str, float]:
    """Calibrated score of each niche that shows at all; the answers alone where the reader gave no others."""
    scores = {niche.id: niche.score for niche in reading.niches}
    faint = {id_: score for id_, score in reading.niche_scores.items() if score >= FAINT}
    return {**faint, **scores}


def _met(shown: Mapping[str, float], facts: Facts) -> dict[str, float]:
    """For each wish of the brand the strongest match, 0 to 1."""
    met = dict.fromkeys(facts.wishes.brand.niches, 0.0)
    for id_, score in shown.items():
        for pull in facts.wishes.niches.get(id_, ()):
            met[pull.wish] = max(met[pull.wish], pull.weight * score)
    return met


def _sure(reading: Reading, shown: Mapping[str, float]) -> float:
    """More words, more certain: one word of evidence holds down half of the value, four hold down all but a tenth."""
    words = sum(len(niche.evidence) for niche in reading.niches) if reading.niches else min(1, len(shown))
    return 1 - 1 / (1 + max(words, 1)) if words < 9 else 0.9


def _why(niches: tuple[Niche, ...], matching: list[Niche], facts: Facts) -> str:
    if not niches:
        return "Only faint traces of niches show."
    if not matching:
        return f"Shows {_labels(niches)}, which is far from what the brand wants."
    exact = [niche for niche in matching if niche.id in facts.wishes.brand.niches]
    if exact:
        return f"Shows {_labels(exact)}, which the brand wants."
    near = facts.wishes.niches[matching[0].id][0]
    return f"Shows {_labels(matching)}, near {lower_first(label_of(near.wish))}."


def _labels(niches: tuple[Niche, ...] | list[Niche]) -> str:
    return listed([lower_first(label_of(niche.id)) for niche in niches])


PART = Part(id="niche_overlap", label="Niche overlap", measure=measure)
