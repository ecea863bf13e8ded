"""A map counts what a list shows of a brand's wishes."""

from server.domain.brand import Brand
from server.services.map_list import map_list
from tests.factories import candidate


def test_wishes_come_first_and_missing_ones_are_named() -> None:
    brand = Brand(name="Harrow Fenn", niches={"photography": 1.0, "ceramics": 0.4})
    found = map_list([candidate("l")], brand)
    assert [(item.id, item.people, item.wanted) for item in found.niches] == [
        ("photography", 0, 1.0),
        ("ceramics", 1, 0.4),
    ]


def test_without_a_brand_nothing_is_missing() -> None:
    assert [(item.id, item.wanted) for item in map_list([candidate("l")], None).niches] == [("ceramics", None)]


def test_the_narrowest_tier_counts_and_unknown_is_its_own() -> None:
    found = map_list([candidate("l"), candidate("l", "b", annotation={"tier": None})], None)
    assert dict(found.tiers) == {"nano": 1, "unknown": 1}
    assert (len(found.points), found.without) == (1, 1)
