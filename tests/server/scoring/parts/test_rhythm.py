"""Rhythm."""

from datetime import timedelta

from server.scoring.parts.rhythm import measure
from tests.server.scoring.factories import NOW, facts, post, profile


def value(days: float, every: float = 3, posts: int = 8) -> float | None:
    dated = tuple(post(n, published_at=NOW - timedelta(days=days + every * n)) for n in range(posts))
    return measure(facts(profile(posts=dated))).value


def test_a_longer_silence_and_a_slower_pace_count_less() -> None:
    fresh, quiet, silent, slow = value(1), value(40), value(300), value(1, every=21)
    assert fresh is not None
    assert quiet is not None
    assert silent is not None
    assert slow is not None
    assert fresh > quiet > silent > 0
    assert fresh > slow


def test_without_dates_it_is_unknown() -> None:
    assert measure(facts(profile(posts=tuple(post(n, published_at=None) for n in range(8))))).value is None
