"""Language and place."""

from nlp.reading import Place, Reading
from server.scoring.parts.language_place import measure
from tests.server.scoring.factories import brand, evidence, facts

LISBON = Place(text="Lisbon", country="PT", evidence=(evidence("Lisbon"),))
OSLO = Place(text="Oslo", country="NO", evidence=(evidence("Oslo"),))


def value(read: Reading, **wishes: object) -> float | None:
    return measure(facts(reading_=read, brand_=brand(**wishes))).value


def test_no_language_is_worth_less_by_itself() -> None:
    assert measure(facts(reading_=Reading(languages=("de",)))).asked is False


def test_a_wanted_language_counts_and_another_one_counts_a_little() -> None:
    assert value(Reading(languages=("pt", "en")), languages=("pt",)) == 1
    other = value(Reading(languages=("de",)), languages=("pt",))
    assert other is not None
    assert 0 < other < 1


def test_a_wanted_place_counts_by_name_or_country() -> None:
    assert value(Reading(places=(OSLO, LISBON)), places=("lisbon",)) == 1
    assert value(Reading(places=(LISBON,)), places=("PT",)) == 1
    assert value(Reading(places=(OSLO,)), places=("Lisbon",)) != 1


def test_languages_are_named_in_words() -> None:
    reading = Reading(languages=("pt", "ja"), places=(LISBON,))
    result = measure(facts(reading_=reading, brand_=brand(languages=("pt",), places=("Lisbon",))))
    assert result.why == "Writes Portuguese and Japanese and names Lisbon."


def test_the_words_of_the_place_are_shown() -> None:
    result = measure(facts(reading_=Reading(places=(OSLO, LISBON)), brand_=brand(places=("Lisbon",))))
    assert [item.text for item in result.evidence] == ["Lisbon"]


def test_what_does_not_show_is_unknown() -> None:
    assert value(Reading(), languages=("pt",), places=("Lisbon",)) is None
