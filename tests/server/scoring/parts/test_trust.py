"""Trust within the circle."""

from server.scoring.parts.trust import measure
from tests.server.scoring.factories import facts, post, profile


def value(comments: int | None, posts: int = 8) -> float | None:
    return measure(facts(profile(posts=tuple(post(n, comments=comments) for n in range(posts))))).value


def test_more_comments_per_like_count_more() -> None:
    few, usual, many = value(0), value(2), value(9)
    assert few == 0
    assert usual is not None
    assert many is not None
    assert 0 < usual < many < 1


def test_hidden_comments_and_few_posts_are_unknown() -> None:
    assert value(None) is None
    assert value(3, posts=4) is None
