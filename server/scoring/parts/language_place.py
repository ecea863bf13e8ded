"""Language and place: the languages written and the places named, against the ones that the brand wants."""

from statistics import fmean

from nlp.reading import Evidence, Place
from server.scoring.facts import Facts, Measured, Part, not_asked, unknown
from server.scoring.locale_names import language
from server.scoring.phrases import Naming, listed
from server.scoring.wishes import fold_name

ELSEWHERE = 0.25  # writes another language, or names places elsewhere: little against, not all


def measure(facts: Facts) -> Measured:
    """Mean of language and place where each is both wanted and shown.

    Unknown when neither shows; not asked when the brand wants neither, so that no language is worth less by itself.
    """
    brand, reading = facts.wishes.brand, facts.reading
    if not brand.languages and not brand.places:
        return not_asked("The brand names no languages or places.")
    values, reasons = [], []
    if brand.languages and reading.languages:
        values.append(1.0 if set(brand.languages) & set(reading.languages) else ELSEWHERE)
        reasons.append(f"writes {listed([language(code) for code in reading.languages])}")
    near = [place for place in reading.places if _is_wanted(place, brand.places)]
    if brand.places and reading.places:
        values.append(1.0 if near else ELSEWHERE)
        reasons.append(f"names {listed([place.text for place in near or reading.places])}")
    if not values:
        return unknown("Neither a wanted language nor a place could be read.")
    return Measured(
        value=fmean(values),
        why=_sentence(reasons),
        evidence=_words(near),
        sure=0.8,
        brief=Naming("at home in {}", [near[0].text]) if near else "",
    )


def _sentence(reasons: list[str]) -> str:
    text = " and ".join(reasons)
    return f"{text[:1].upper()}{text[1:]}."


def _is_wanted(place: Place, wanted: tuple[str, ...]) -> bool:
    return any(fold_name(wish) == fold_name(place.text) or wish.upper() == place.country for wish in wanted)


def _words(places: list[Place]) -> tuple[Evidence, ...]:
    return tuple(item for place in places for item in place.evidence)


PART = Part(id="language_place", label="Language and place", measure=measure)
