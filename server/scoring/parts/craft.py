"""Craft: whether somebody is known for doing something, most of all something at home in the brand's world."""

from collections.abc import Collection

from nlp.reading import Signal
from server.scoring.craft_table import load_crafts
from server.scoring.facts import Facts, Measured, Part, unknown
from server.scoring.phrases import Naming, listed, lower_first
from server.scoring.taxonomy import label_of

ELSEWHERE = 0.45  # a craft far from the brand's niches still shows influence per se, at this share


def measure(facts: Facts) -> Measured:
    """The strongest craft: its strength, in full where the brand wants it or its niches are the craft's home.

    Unknown when no craft shows; nobody loses anything for not naming a trade.
    """
    crafts = [signal for signal in facts.reading.signals if signal.facet == "craft"]
    if not crafts:
        return unknown("No craft or trade is named.")
    ranked = sorted(crafts, key=lambda signal: (-_worth(signal, facts), signal.id))
    best = ranked[0]
    return Measured(
        value=_worth(best, facts),
        why=f"Known for doing: {listed([lower_first(label_of(signal.id)) for signal in ranked])}.",
        evidence=best.evidence,
        sure=0.4 + 0.5 * best.score,
        brief=Naming("{}", [lower_first(label_of(best.id))]),
    )


def _worth(signal: Signal, facts: Facts) -> float:
    """0 to 1 for one craft, by what it says, where it is at home and how surely it was read."""
    craft = load_crafts().get(signal.id)
    strength = craft.strength if craft else ELSEWHERE
    wanted = facts.wishes.brand.signals.get(signal.id, 0.0)
    worlds: Collection[str] = facts.wishes.brand.niches
    home = 1.0 if not worlds or (craft and craft.is_home_in(worlds)) else ELSEWHERE
    return max(wanted, strength * home) * signal.score


PART = Part(id="craft", label="Craft", measure=measure)
