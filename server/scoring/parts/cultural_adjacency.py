"""Cultural adjacency: aesthetics, scenes, crafts, values and formats shared with the brand's world."""

from collections.abc import Mapping

from nlp.reading import Signal
from server.scoring.facts import Facts, Measured, Part, not_asked, unknown
from server.scoring.phrases import listed, lower_first
from server.scoring.taxonomy import label_of

EACH = 0.6  # one full match fills this share of what is still missing: one 0.6, two 0.84, three 0.94
LEAST = 0.12  # a match fainter than this is not named as a reason


def measure(facts: Facts) -> Measured:
    """Matches add up without end: value = 1 - product of (1 - 0.6 x match) over the brand's wished signals.

    Unknown when the profile's words show no cultural signal at all, and when the brand wants none.
    """
    if not facts.wishes.brand.signals:
        return not_asked("The brand names no cultural signals.")
    if not facts.reading.signals:
        return unknown("No cultural signal shows in the words that could be read.")
    met = _met(facts)
    missing = 1.0
    for match in met.values():
        missing *= 1 - EACH * match
    shared = [signal for signal in facts.reading.signals if _is_shared(signal, facts)]
    return Measured(
        value=1 - missing,
        why=_why(shared, facts.reading.signals),
        evidence=tuple(item for signal in shared for item in signal.evidence),
        sure=1 - 1 / (1 + min(9, len(facts.reading.signals))),
        brief=f"shares {listed([lower_first(label_of(signal.id)) for signal in shared], 2)}" if shared else "",
    )


def _met(facts: Facts) -> Mapping[str, float]:
    """For each wished signal the strongest match, 0 to 1."""
    met = dict.fromkeys(sorted(facts.wishes.brand.signals), 0.0)
    for signal in facts.reading.signals:
        for pull in facts.wishes.signals.get(signal.id, ()):
            met[pull.wish] = max(met[pull.wish], pull.weight * signal.score)
    return met


def _is_shared(signal: Signal, facts: Facts) -> bool:
    return any(pull.weight * signal.score >= LEAST for pull in facts.wishes.signals.get(signal.id, ()))


def _why(shared: list[Signal], signals: tuple[Signal, ...]) -> str:
    if shared:
        return f"Shares {_labels(shared)} with the brand's world."
    return f"Shows {_labels(signals)}, none of it near the brand's world."


def _labels(signals: list[Signal] | tuple[Signal, ...]) -> str:
    return listed([lower_first(label_of(signal.id)) for signal in signals])


PART = Part(id="cultural_adjacency", label="Cultural adjacency", measure=measure)
