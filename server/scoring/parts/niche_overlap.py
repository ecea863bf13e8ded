"""Niche overlap: how near the profile's niches are to the ones that the brand wants."""

from nlp.reading import Niche
from server.scoring.facts import Facts, Measured, Part, not_asked, unknown
from server.scoring.phrases import Naming, listed, lower_first
from server.scoring.strengths import evidence_of, met_wishes, pull_of, share_met
from server.scoring.taxonomy import label_of

BEST = 0.8  # share of the value that the single best match holds; the rest is how many wishes are met
LEAST = 0.12  # a match fainter than this is not named as a reason
SURE_WITHOUT = 0.3  # share of the value that holds where no niche was sure enough to be an answer
SURE_MOST = 0.9


def measure(facts: Facts) -> Measured:
    """Best match of any wish, and how many wishes are met; a match is strength x nearness x rarity x want.

    Signals count where a bridge leads from them to a wished niche. Unknown without words; not asked when the brand
    wants no niche.
    """
    wanted, pulls = facts.wishes.brand.niches, facts.wishes.niches
    if not wanted:
        return not_asked("The brand names no niches.")
    if not facts.has_words:
        return unknown("There are too few words to see a niche.")
    met = met_wishes(wanted, pulls, facts.shown)
    value = BEST * max(met.values()) + (1 - BEST) * min(1.0, 2 * share_met(wanted, met))
    if facts.is_lean:
        return Measured(value=min(1.0, value), why="")
    near = [niche for niche in facts.reading.niches if pull_of(niche.id, niche.score, pulls) >= LEAST]
    return Measured(
        value=min(1.0, value),
        why=_why(near, value, facts),
        evidence=evidence_of(facts.reading, pulls, LEAST),
        sure=_sure(facts),
        brief=Naming("shows {}", _names(near)) if near else "",
    )


def _sure(facts: Facts) -> float:
    """As sure as the reader is of its best niche, up to nine tenths."""
    best = max((niche.score for niche in facts.reading.niches), default=0.0)
    return SURE_WITHOUT + (SURE_MOST - SURE_WITHOUT) * best


def _why(near: list[Niche], value: float, facts: Facts) -> str:
    exact = [niche for niche in near if niche.id in facts.wishes.brand.niches]
    if exact:
        return f"Shows {_labels(exact)}, which the brand wants."
    if near:
        wish = facts.wishes.niches[near[0].id][0].wish
        return f"Shows {_labels(near)}, near {lower_first(label_of(wish))}."
    if value >= LEAST:
        return "Faint or neighbouring traces of what the brand wants."
    if facts.reading.niches:
        return f"Shows {_labels(list(facts.reading.niches))}, which is far from what the brand wants."
    return "No niche shows clearly."


def _labels(niches: list[Niche], most: int = 3) -> str:
    return listed(_names(niches), most)


def _names(niches: list[Niche]) -> list[str]:
    return [lower_first(label_of(niche.id)) for niche in niches]


PART = Part(id="niche_overlap", label="Niche overlap", measure=measure)
