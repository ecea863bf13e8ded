"""Unpaid mentions of the brand's world."""

from nlp.reading import BrandMention, PostReading, Reading
from server.scoring.parts.organic_affection import measure
from tests.server.scoring.factories import brand, evidence, facts, profile, reading

ADJACENT = brand(adjacent=("@deadstock.club", "Field Room"))


def with_posts(*posts: PostReading) -> Reading:
    return reading(posts=0).__class__(posts=posts)


def mention(name: str, commercial: str = "organic_brand") -> PostReading:
    return PostReading(commercial=commercial, brands=(name,), evidence=(evidence(name, "caption:0"),))  # type: ignore[arg-type]


def value(*posts: PostReading, wanted: object = ADJACENT) -> float | None:
    return measure(facts(profile(posts=len(posts)), with_posts(*posts), wanted)).value  # type: ignore[arg-type]


def test_more_unpaid_mentions_count_more() -> None:
    rest = (PostReading(),) * 6
    none, one, two = value(*rest), value(mention("deadstock.club"), *rest), value(*(mention("Field Room"),) * 2, *rest)
    assert none is not None
    assert one is not None
    assert two is not None
    assert 0 < none < one < two < 1


def test_a_paid_mention_is_no_affection() -> None:
    rest = (PostReading(),) * 6
    assert value(mention("Field Room", "paid"), *rest) == value(PostReading(), *rest)


def test_naming_the_brand_itself_counts_more_than_a_neighbour() -> None:
    own, neighbour = value(mention("Halden Row")), value(mention("Field Room"))
    assert own is not None
    assert neighbour is not None
    assert own > neighbour


def test_a_brand_is_known_with_and_without_at_sign_dots_and_case() -> None:
    assert value(mention("DeadstockClub")) == value(mention("@deadstock.club"))


def test_a_mention_in_the_bio_counts() -> None:
    read = Reading(mentions=(BrandMention(name="Field Room", posts=(), evidence=(evidence("Field Room"),)),))
    assert measure(facts(profile(posts=0), read, ADJACENT)).value is not None


def test_few_posts_without_a_mention_are_unknown() -> None:
    assert value(PostReading(), PostReading()) is None


def test_without_adjacent_brands_it_is_not_asked() -> None:
    assert measure(facts(brand_=brand())).asked is False
