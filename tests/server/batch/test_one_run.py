"""An interrupted run goes on where it stopped, and trusts no part that is not whole."""

from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from server.batch.crew import SingleCrew
from server.batch.job import Job, job_key
from server.batch.one_run import Tally, to_file
from server.batch.parts import Parts
from server.batch.records import CHUNK_RECORDS, Record, cut
from server.domain.errors import Conflict, StorageFailed
from server.services.annotate_lines import Answer
from tests.server.batch.fakes import JOB, numbered, turn_round

GIVEN = numbered(4 * CHUNK_RECORDS + 3)
WHOLE = b"".join(record.raw[::-1] + b"\n" for record in GIVEN)


class Power:
    """Work that is cut off after so many chunks, and counts the records it did."""

    def __init__(self, chunks: int) -> None:
        self.left = chunks
        self.done = 0

    def __call__(self, job: Job, given: Sequence[Record]) -> list[Answer]:
        if not self.left:
            raise KeyboardInterrupt
        self.left -= 1
        self.done += len(given)
        return turn_round(job, given)


def go(output: Path, power: Power, given: list[Record] = GIVEN) -> Tally:
    with closing(Parts(output)) as parts:
        parts.begin("key", JOB.at)
        return to_file(cut(given), SingleCrew(JOB, work=power), output, "jsonl", parts, advance=lambda _: None)


def cut_off(output: Path, chunks: int) -> None:
    with pytest.raises(KeyboardInterrupt):
        go(output, Power(chunks))


def test_nothing_is_done_twice(tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    cut_off(output, 3)
    assert not output.exists()
    power = Power(99)
    tally = go(output, power)
    assert output.read_bytes() == WHOLE
    assert power.done == len(GIVEN) - 3 * CHUNK_RECORDS
    assert (tally.records, tally.taken_over) == (len(GIVEN), 3 * CHUNK_RECORDS)
    assert [path.name for path in tmp_path.iterdir()] == ["out.jsonl"]


@pytest.mark.parametrize("damage", [b"", b"x", b'{"input": 1}\nx'])
def test_a_damaged_part_is_done_again(tmp_path: Path, damage: bytes) -> None:
    output = tmp_path / "out.jsonl"
    cut_off(output, 3)
    (tmp_path / "out.jsonl.parts/0000001.part").write_bytes(damage)
    assert go(output, Power(99)).taken_over == 2 * CHUNK_RECORDS
    assert output.read_bytes() == WHOLE


def test_a_part_with_one_other_byte_is_done_again(tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    cut_off(output, 2)
    part = tmp_path / "out.jsonl.parts/0000000.part"
    part.write_bytes(part.read_bytes()[:-2] + b"?\n")
    assert go(output, Power(99)).taken_over == CHUNK_RECORDS
    assert output.read_bytes() == WHOLE


def test_records_that_changed_meanwhile_are_done_again(tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    cut_off(output, 3)
    changed = [Record(1, b"other", 5), *GIVEN[1:]]
    assert go(output, Power(99), changed).taken_over == 2 * CHUNK_RECORDS
    assert output.read_bytes().startswith(b"rehto\n")


def test_a_part_damaged_at_the_very_end_is_told(tmp_path: Path) -> None:
    parts = Parts(tmp_path / "out")
    parts.begin("key", JOB.at)
    with pytest.raises(StorageFailed, match="damaged"):
        list(parts.all(1))


def begun(output: Path, key: str, at: datetime, **words: bool) -> datetime:
    with closing(Parts(output)) as parts:
        return parts.begin(key, at, **words)


def test_a_run_goes_on_at_the_moment_it_began(tmp_path: Path) -> None:
    later, output = JOB.at + timedelta(hours=3), tmp_path / "out"
    assert begun(output, "key", JOB.at) == JOB.at
    assert begun(output, "key", later) == JOB.at
    assert begun(output, "key", later, is_fresh=True) == later
    assert begun(output, "another key", JOB.at) == JOB.at


def test_two_runs_at_once_do_not_share_an_output(tmp_path: Path) -> None:
    with closing(Parts(tmp_path / "out")) as first:
        first.begin("key", JOB.at)
        with pytest.raises(Conflict, match="Another run writes to “out”"):
            Parts(tmp_path / "out").begin("key", JOB.at)


def test_another_brand_moment_or_choice_is_another_job() -> None:
    asked = datetime(2026, 1, 1, tzinfo=UTC)
    jobs = [JOB, Job(brand=b"{}", scores=False, at=JOB.at), Job(brand=None, scores=True, at=JOB.at)]
    assert len({*(job_key(job, None) for job in jobs), job_key(JOB, asked)}) == 4
    assert job_key(JOB, None) == job_key(JOB.moved(asked), None)
