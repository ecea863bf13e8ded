"""The engagement part."""

from server.domain.profile import Count, Profile
from server.scoring.parts.engagement import measure
from tests.server.scoring.factories import facts, post, profile


def value(shown: Profile) -> float:
    result = measure(facts(shown))
    assert result.value is not None
    return result.value


def of_likes(likes: int, followers: int = 3_000) -> float:
    return value(profile(followers=Count(value=followers), posts=tuple(post(n, likes=likes) for n in range(12))))


def test_more_engagement_is_never_worth_less() -> None:
    values = [of_likes(likes) for likes in (0, 10, 50, 100, 200, 800, 2_900)]
    assert values == sorted(values)
    assert values[0] == 0
    assert values[-1] == 1


def test_crossing_a_tier_changes_nearly_nothing() -> None:
    assert abs(of_likes(200, 4_999) - of_likes(200, 5_000)) < 0.001
    assert abs(of_likes(3_000, 99_990) - of_likes(3_000, 100_000)) < 0.001


def test_hidden_likes_are_unknown_with_their_reason() -> None:
    result = measure(facts(profile(posts=tuple(post(n, likes=None) for n in range(6)))))
    assert result.value is None
    assert result.why == "Likes are hidden, so there is no rate."


def test_few_posts_are_less_sure_and_not_worth_less() -> None:
    few, many = measure(facts(profile(posts=2))), measure(facts(profile(posts=12)))
    assert few.value == many.value
    assert few.sure < many.sure
