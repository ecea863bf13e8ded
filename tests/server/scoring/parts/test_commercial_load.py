"""Commercial load."""

import itertools

from nlp.reading import PostReading, Reading
from server.domain.profile import Count
from server.scoring.parts.commercial_load import measure
from tests.server.scoring.factories import evidence, facts, profile


def value(paid: int, posts: int = 12, followers: int = 3_000) -> float | None:
    read = Reading(
        posts=(PostReading(commercial="paid", evidence=(evidence("#ad"),)),) * paid + (PostReading(),) * (posts - paid)
    )
    return measure(facts(profile(posts=posts, followers=Count(value=followers)), read)).value


def test_each_further_paid_post_costs_and_none_is_best() -> None:
    values = [value(paid) for paid in range(13)]
    assert values[0] == 1
    assert all(
        later is not None and earlier is not None and later < earlier for earlier, later in itertools.pairwise(values)
    )


def test_the_same_share_costs_less_where_it_is_usual() -> None:
    small, large = value(3, followers=3_000), value(3, followers=2_000_000)
    assert small is not None
    assert large is not None
    assert small < large


def test_the_words_of_the_paid_posts_are_shown() -> None:
    read = Reading(
        posts=(PostReading(commercial="paid", evidence=(evidence("#ad", "caption:0"),)), *(PostReading(),) * 7)
    )
    assert [item.text for item in measure(facts(profile(posts=8), read)).evidence] == ["#ad"]


def test_an_unpaid_brand_mention_is_no_load() -> None:
    read = Reading(posts=(PostReading(commercial="organic_brand"),) * 12)
    assert measure(facts(profile(), read)).value == 1


def test_few_posts_are_unknown() -> None:
    assert value(0, posts=3) is None
