"""Taught words are found as whole words, add to the reading with their places, and never lower what was found."""

import pytest

from nlp.reading import Evidence, Niche, PostText, ProfileText, Reading
from server.scoring.own_terms import OwnTerms, load_own_term_rules, places_of, with_own_terms


def found(words: str, bio: str) -> list[str]:
    return [place.text for place in places_of(ProfileText(bio=bio), (words,))]


@pytest.mark.parametrize(
    ("words", "bio", "places"),
    [
        ("slow stitch", "Slow Stitch and slow-stitch, #slowstitch", ["Slow Stitch", "slow-stitch", "slowstitch"]),
        ("clay", "clayton throws clay", ["clay"]),
        ("C++", "c code", ["c"]),
        ("нитки", "люблю Нитки", ["Нитки"]),
        ("a.b*", "axb a b", ["a b"]),
        ("!!", "anything", []),
    ],
)
def test_whole_words_in_any_case_and_run_together(words: str, bio: str, places: list[str]) -> None:
    assert found(words, bio) == places


def test_places_name_their_source_and_characters() -> None:
    profile = ProfileText(name="Clay Rey", bio="x", posts=(PostText(caption="🧵 clay"),))
    for place in places_of(profile, ("clay",)):
        text = {"name": profile.name, "caption:0": profile.posts[0].caption}[place.source]
        assert text[place.start : place.end] == place.text


def test_a_taught_niche_and_signal_join_the_answer() -> None:
    taught = (OwnTerms(item="ceramics", words=("wheel",)), OwnTerms(item="handmade", words=("wheel",)))
    reading = with_own_terms(Reading(), ProfileText(bio="at the wheel"), taught)
    assert [(niche.id, niche.score) for niche in reading.niches] == [("ceramics", load_own_term_rules().one)]
    assert [(signal.id, signal.facet) for signal in reading.signals] == [("handmade", "value")]
    assert reading.niche_scores["ceramics"] == load_own_term_rules().one


def test_what_was_surer_stays_so_and_its_words_stay_first() -> None:
    shown = Evidence(source="bio", start=0, end=12, text="throws wheel")
    before = Reading(niches=(Niche(id="ceramics", score=0.97, evidence=(shown,)),))
    profile = ProfileText(bio="throws wheel, wheel")
    after = with_own_terms(before, profile, (OwnTerms(item="ceramics", words=("wheel",)),))
    assert after.niches[0].score == 0.97
    assert [place.start for place in after.niches[0].evidence] == [0, 14]


def test_at_most_three_niches_are_the_answer() -> None:
    niches = tuple(Niche(id=one, score=0.9, evidence=()) for one in ("running", "cycling", "travel"))
    taught = (OwnTerms(item="ceramics", words=("wheel",)),)
    after = with_own_terms(Reading(niches=niches), ProfileText(bio="wheel"), taught)
    assert len(after.niches) == 3
    assert after.niche_scores["ceramics"] > 0


def test_nothing_taught_or_an_unknown_id_changes_nothing() -> None:
    reading = Reading(languages=("en",))
    for taught in ((), (OwnTerms(item="gone", words=("wheel",)),), (OwnTerms(item="ceramics", words=("kiln",)),)):
        assert with_own_terms(reading, ProfileText(bio="wheel"), taught) == reading
