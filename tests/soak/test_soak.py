"""A short soak: nothing fails, memory is read, and the line through it tells flat from rising."""

import sys
from pathlib import Path

import pytest

from tests.attack.target import attacked
from tests.soak.run import failed, line_of, slope, soak

MOST_AT_FIRST = 120
"""MB by which caches may fill at the start; one lost body of a profile a request would soon be more in the full run."""


@pytest.mark.skipif(sys.platform != "linux", reason="memory of another process is read from /proc, which Linux has")
def test_a_hundred_requests_fail_nowhere_and_are_measured(tmp_path: Path) -> None:
    with attacked(tmp_path) as target:
        found = soak(target, 100, seed=1)
    assert failed(found) == 0, line_of(found)
    assert found.counts.total() == 100
    held = [mb for _, mb in found.memory]
    assert max(held) - held[0] < MOST_AT_FIRST


def test_a_rise_is_seen() -> None:
    assert slope([(0, 100.0), (10, 110.0), (20, 120.0)]) == pytest.approx(1)
    assert slope([(0, 100.0), (10, 101.0), (20, 100.0)]) == pytest.approx(0)
