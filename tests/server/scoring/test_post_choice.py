"""Which posts count."""

from datetime import datetime

from server.domain.profile import Post
from server.scoring.post_choice import age_days, distinct_places, newest_first
from tests.server.scoring.factories import NOW, post


def test_a_post_that_comes_twice_counts_once() -> None:
    assert distinct_places([post(0), post(1), post(0)]) == (0, 1)


def test_without_an_id_a_double_is_known_by_all_it_says() -> None:
    twins = [Post(caption="same words"), Post(caption="same words"), Post(caption="same words", likes=4)]
    assert distinct_places(twins) == (0, 2)


def test_a_post_that_says_nothing_is_left_out() -> None:
    assert distinct_places([Post(), Post(caption="  "), Post(id="x"), post(0)]) == (3,)


def test_dated_posts_come_first_and_newest_first() -> None:
    undated, old, new = post(9, published_at=None), post(5), post(1)
    assert newest_first([undated, old, new]) == [new, old, undated]


def test_age_reads_a_moment_without_zone_as_utc_and_the_future_as_zero() -> None:
    assert age_days(Post(published_at=datetime(2026, 11, 21, 12)), NOW) == 1
    assert age_days(Post(published_at=NOW.replace(year=2027)), NOW) == 0
