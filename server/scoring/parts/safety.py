"""Safety: whether what the brand avoids shows in the words, read in context."""

from nlp.reading import Evidence, Niche, Signal
from server.scoring.avoidance import find_avoided, load_avoidance
from server.scoring.facts import Facts, Measured, Part, not_asked, unknown
from server.scoring.phrases import counted, listed


def measure(facts: Facts) -> Measured:
    """1 when nothing avoided shows, a half at one mention, a third at two; "no fur" and "faux fur" are not fur.

    An avoided niche or signal of the taxonomy counts where it shows. Unknown with hardly any words; not asked when
    the brand avoids nothing.
    """
    avoid = facts.wishes.brand.avoid
    if not avoid:
        return not_asked("The brand names nothing to avoid.")
    table = load_avoidance()
    found = (*find_avoided(avoid, facts.texts or ()), *_shown(facts))
    if not found and not _says_enough(facts, table.least_chars):
        return unknown("Too few words to tell.")
    return Measured(
        value=table.half_at / (table.half_at + len(found)),
        why="" if facts.is_lean else _why(found),
        evidence=found,
        sure=0.8,
        brief="",
    )


def _shown(facts: Facts) -> tuple[Evidence, ...]:
    """The words of niches and signals whose id the brand avoids."""
    items: tuple[Niche | Signal, ...] = (*facts.reading.niches, *facts.reading.signals)
    return tuple(item.evidence[0] for item in items if item.id in facts.wishes.brand.avoid and item.evidence)


def _says_enough(facts: Facts, least: int) -> bool:
    """Whether there are as many characters as are needed to tell; stops counting as soon as there are."""
    counted_so_far = 0
    for _, text in facts.texts or ():
        counted_so_far += len(text)
        if counted_so_far >= least:
            return True
    return False


def _why(found: tuple[Evidence, ...]) -> str:
    if not found:
        return "Nothing that the brand avoids shows."
    words = sorted({item.text.lower() for item in found})
    return f"Worth a second look: {listed(words)} in {counted(len(found), 'place')}."


PART = Part(id="safety", label="What you avoid", measure=measure)
