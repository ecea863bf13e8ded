"""What a group of people covers of a brand's world, and who stands in two parts of it."""

from server.scoring.segments import nearness, segments_of
from tests.server.scoring.factories import brand

WORLD = brand(niches={"sewing-knitting": 1.0, "gaming": 0.5}, signals={"slow-fashion": 0.8, "skate-scene": 0.4})
PEOPLE = {
    "ana": {"sewing-knitting": 0.9, "gaming": 0.8},
    "bo": {"sewing-knitting": 0.5},
    "cy": {"travel": 0.9},
}


def test_wishes_stand_in_order_of_want_with_the_strongest_first() -> None:
    found = segments_of(PEOPLE, WORLD)
    assert [one.wish for one in found.segments] == ["sewing-knitting", "slow-fashion", "gaming", "skate-scene"]
    assert found.segments[0].people == ("ana", "bo")


def test_what_nobody_shows_is_missing() -> None:
    assert "skate-scene" in segments_of(PEOPLE, WORLD).missing
    assert segments_of({}, WORLD).missing == ("sewing-knitting", "slow-fashion", "gaming", "skate-scene")


def test_a_small_want_is_covered_like_a_great_one() -> None:
    gaming = next(one for one in segments_of({"di": {"gaming": 0.5}}, WORLD).segments if one.wish == "gaming")
    assert gaming.people == ("di",)


def test_who_is_at_home_in_two_far_wishes_bridges_them() -> None:
    bridges = segments_of(PEOPLE, WORLD).bridges
    assert ("ana", "gaming", "sewing-knitting") in [(one.person, one.one, one.other) for one in bridges]
    assert all(nearness(one.one, one.other) < 0.4 for one in bridges)
    assert {one.person for one in bridges} == {"ana"}


def test_two_near_wishes_are_one_world() -> None:
    near = brand(niches={"sewing-knitting": 1.0, "diy-crafts": 1.0}, signals={})
    assert nearness("sewing-knitting", "diy-crafts") >= 0.4
    assert segments_of({"ana": {"sewing-knitting": 0.9, "diy-crafts": 0.9}}, near).bridges == ()


def test_a_brand_without_wishes_has_no_segments() -> None:
    empty = segments_of(PEOPLE, brand(niches={}, signals={}))
    assert (empty.segments, empty.missing, empty.bridges) == ((), (), ())
