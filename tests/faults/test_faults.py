"""A small run of every fault; `python -m tests.faults.run` does the large one."""

from tests.faults.run import TINY, failures, line, run


def test_faults_lose_nothing_and_nothing_goes_unseen():
    counts = run(TINY, seed=7)
    assert counts["kills"] == TINY.kills
    assert counts["acknowledged"] > 0
    assert counts["refused"] > 0
    assert failures(counts) == 0, line(counts)
