"""What a brand's own words propose."""

from nlp.reading import BrandMention, Place, Reading
from server.scoring.propose import propose_brand
from tests.server.scoring.factories import evidence, niche, reading, signal


def test_the_strongest_niche_counts_one_and_the_others_in_proportion() -> None:
    proposal = propose_brand(
        "X", ["we sew"], reading({"sewing-knitting": 0.8, "vintage-thrift": 0.4}, {"slow-fashion": 0.9})
    )
    assert proposal.niches == {"sewing-knitting": 1.0, "vintage-thrift": 0.5}
    assert proposal.signals == {"slow-fashion": 1.0}
    assert [item.text for item in proposal.evidence["slow-fashion"]] == ["slow-fashion"]


def test_niches_just_below_an_answer_are_proposed_and_noise_is_not() -> None:
    proposal = propose_brand("X", ["we sew"], Reading(niche_scores={"jewellery": 0.45, "travel": 0.04}))
    assert proposal.niches == {"jewellery": 1.0}


def test_places_languages_and_named_brands_come_along_without_the_brand_itself() -> None:
    read = Reading(
        languages=("pt",),
        places=(Place(text="Lisbon", country="PT", evidence=(evidence("Lisbon"),)),) * 2,
        mentions=tuple(BrandMention(name=name, posts=(), evidence=(evidence(name),)) for name in ("x", "Field Room")),
    )
    proposal = propose_brand("X", ["from Lisbon"], read)
    assert (proposal.languages, proposal.places, proposal.adjacent) == (("pt",), ("Lisbon",), ("Field Room",))


def test_no_words_propose_nothing() -> None:
    read = Reading(niches=(niche("travel"),), signals=(signal("boho"),))
    assert propose_brand("X", ["", "  "], read).niches == {}
