"""Followers of two sightings become a direction, and rounding never does."""

from datetime import timedelta

import pytest

from server.domain.profile import Count
from server.scoring.momentum import Sighting, momentum_of, say_momentum, short
from tests.server.scoring.factories import NOW


def seen(days_ago: int, value: int, *, exact: bool = True) -> Sighting:
    return Sighting(at=NOW - timedelta(days=days_ago), followers=Count(value=value, exact=exact))


def test_two_sightings_say_from_what_to_what_in_how_many_days() -> None:
    found = momentum_of([seen(40, 3_900), seen(0, 4_600)])
    assert found is not None
    assert say_momentum(found) == "3.9K → 4.6K followers in 40 days"
    assert found.change == pytest.approx(0.179, abs=0.001)


def test_the_order_does_not_matter_and_the_ones_between_do_not_count() -> None:
    rows = [seen(0, 4_600), seen(40, 3_900), seen(20, 9_000)]
    assert momentum_of(rows) == momentum_of([rows[1], rows[0]])


def test_one_sighting_or_two_of_one_week_say_nothing() -> None:
    assert momentum_of([]) is None
    assert momentum_of([seen(0, 4_600)]) is None
    assert momentum_of([seen(6, 3_900), seen(0, 4_600)]) is None


def test_rounded_counts_that_may_be_the_same_are_no_change() -> None:
    found = momentum_of([seen(30, 48_200, exact=False), seen(0, 48_300, exact=False)])
    assert found is not None
    assert found.certain is False
    assert say_momentum(found) == "48.3K followers, no change to be told in 30 days"


def test_a_start_from_nobody_has_no_share() -> None:
    assert momentum_of([seen(30, 0), seen(0, 500)]) is None


@pytest.mark.parametrize(
    ("number", "words"),
    [(999, "999"), (1_000, "1K"), (4_960, "4.9K"), (48_200, "48.2K"), (482_900, "482K"), (1_250_000, "1.2M")],
)
def test_counts_are_printed_as_pages_print_them(number: int, words: str) -> None:
    assert short(number) == words
