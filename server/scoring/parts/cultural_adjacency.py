"""Cultural adjacency: aesthetics, scenes, crafts, values and formats shared with the brand's world."""

from math import prod

from nlp.reading import Signal
from server.scoring.facts import Facts, Measured, Part, not_asked, unknown
from server.scoring.phrases import Naming, listed, lower_first
from server.scoring.strengths import evidence_of, met_wishes, pull_of
from server.scoring.taxonomy import label_of

EACH = 0.6  # one full match fills this share of what is still missing: one 0.6, two 0.84, three 0.94
LEAST = 0.12  # a match fainter than this is not named as a reason
SURE_WITHOUT = 0.3  # share of the value that holds where no signal shows


def measure(facts: Facts) -> Measured:
    """Matches add up without end: value = 1 - product of (1 - 0.6 x match) over the brand's wished signals.

    Niches count where a bridge leads from them to a wished signal. Unknown without words; not asked when the brand
    wants no signal.
    """
    wanted, pulls = facts.wishes.brand.signals, facts.wishes.signals
    if not wanted:
        return not_asked("The brand names no cultural signals.")
    if not facts.has_words:
        return unknown("There are too few words to see a cultural signal.")
    met = met_wishes(wanted, pulls, facts.shown)
    value = 1 - prod([1 - EACH * match for match in sorted(met.values())])
    if facts.is_lean:
        return Measured(value=value, why="")
    shared = [signal for signal in facts.reading.signals if pull_of(signal.id, signal.score, pulls) >= LEAST]
    signals = len(facts.reading.signals)
    return Measured(
        value=value,
        why=_why(shared, value, facts),
        evidence=evidence_of(facts.reading, pulls, LEAST),
        sure=1 - 1 / (1 + min(9, signals)) if signals else SURE_WITHOUT,
        brief=Naming("shares {}", _names(shared)) if shared else "",
    )


def _why(shared: list[Signal], value: float, facts: Facts) -> str:
    if shared:
        return f"Shares {_labels(shared)} with the brand's world."
    if value >= LEAST:
        return "No shared signal by name, but niches that live near the brand's world."
    if facts.reading.signals:
        return f"Shows {_labels(list(facts.reading.signals))}, none of it near the brand's world."
    return "No cultural signal shows clearly."


def _labels(signals: list[Signal], most: int = 3) -> str:
    return listed(_names(signals), most)


def _names(signals: list[Signal]) -> list[str]:
    return [lower_first(label_of(signal.id)) for signal in signals]


PART = Part(id="cultural_adjacency", label="Cultural adjacency", measure=measure)
