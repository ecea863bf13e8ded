"""A brand's own words say what it left out, and nothing of that is stored."""

from nlp.reading import BrandMention, Niche, Place, ProfileText, Reading
from server.domain.brand import Brand
from server.services.edit_brands import with_proposals
from server.wire.brand_in import brand_to_json

READING = Reading(
    niches=(Niche(id="ceramics", score=0.9, evidence=()),),
    languages=("en",),
    places=(Place(text="Porto", country="PT", evidence=()),),
    mentions=(BrandMention(name="Field Room", posts=(), evidence=()),),
    meaning=(0.25, 0.5),
)


def read(_: ProfileText) -> Reading:
    return READING


def test_wishes_places_adjacent_brands_and_meaning_come_from_claim_and_story() -> None:
    used = with_proposals(Brand(name="Clay Yard", claim="We fire in Porto"), read=read)
    assert used.niches == {"ceramics": 1.0}
    assert (used.languages, used.places, used.adjacent) == (("en",), ("Porto",), ("Field Room",))
    assert used.meaning == (0.25, 0.5)


def test_what_the_brand_chose_stays() -> None:
    chosen = Brand(name="Clay Yard", claim="We fire", signals={"diy": 1.0}, places=("Lisbon",), adjacent=("@kiln",))
    used = with_proposals(chosen, read=read)
    assert (used.niches, used.signals, used.languages) == ({}, {"diy": 1.0}, ())
    assert (used.places, used.adjacent) == (("Lisbon",), ("@kiln",))
    assert used.meaning == (0.25, 0.5)


def test_a_brand_without_words_is_used_as_it_is() -> None:
    brand = Brand(name="Clay Yard", story="  ")
    assert with_proposals(brand, read=read) == brand


def test_the_meaning_is_not_stored() -> None:
    used = with_proposals(Brand(name="Clay Yard", claim="We fire in Porto"), read=read)
    assert "meaning" not in brand_to_json(used)
