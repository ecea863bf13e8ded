"""Shared words: the brand's own words, from claim and story, in the words of the profile."""

from collections.abc import Iterator, Mapping

from nlp.reading import Evidence
from server.scoring.facts import Facts, Measured, Part, not_asked, unknown
from server.scoring.own_words import WORD, load_own_words, words_of
from server.scoring.phrases import Naming, listed

SURE = 0.7
SHOWN = 8  # words shown as evidence at most


def measure(facts: Facts) -> Measured:
    """1 - (1 - 0.24) to the number of different words shared, endings apart.

    Unknown when the profile's words are not at hand, are few, or are in another language than the brand's; not
    asked when the brand has no words of its own, or so few that their language cannot be told.
    """
    rules, own = load_own_words(), facts.wishes.words
    if not own.forms:
        return not_asked("The brand has no words of its own yet.")
    if len(own.common) < rules.same_language:
        return not_asked("The brand's own text is too short to compare words; add its story.")
    if facts.texts is None or not facts.has_words:
        return unknown("There are too few words to compare.")
    words = words_of(text for _, text in facts.texts)
    if len(words & own.common) < rules.same_language:
        return unknown("Writes in another language than the brand, so words are not compared.")
    shared = {own.forms[word] for word in words & own.telling}
    found = tuple(_found(facts.texts, own.forms, min(SHOWN, len(shared)))) if shared and not facts.is_lean else ()
    named = list(dict.fromkeys(item.text.casefold() for item in found))
    return Measured(
        value=1 - (1 - rules.each) ** len(shared),
        why=f"Uses words of the brand's own: {listed(named, 5)}." if found else "Uses none of the brand's own words.",
        evidence=found,
        sure=SURE,
        brief=Naming("speaks of {}", named[:2]) if len(named) > 1 else "",
    )


def _found(texts: tuple[tuple[str, str], ...], forms: Mapping[str, str], most: int) -> Iterator[Evidence]:
    """The first place of each shared word, at most so many."""
    seen: set[str] = set()
    for source, text in texts:
        for hit in WORD.finditer(text):
            root = forms.get(hit.group().casefold())
            if root and root not in seen:
                seen.add(root)
                yield Evidence(source=source, start=hit.start(), end=hit.end(), text=hit.group())
                if len(seen) == most:
                    return


PART = Part(id="shared_words", label="Your own words", measure=measure)
