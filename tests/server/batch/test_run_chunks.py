"""Every record is answered once, in its place, whoever works and whoever dies."""

import os
import signal
from collections.abc import Iterator
from contextlib import closing

import pytest

from server.batch.crew import Crew, SingleCrew
from server.batch.process_crew import ProcessCrew
from server.batch.records import CHUNK_RECORDS, Chunk, Record, cut
from server.batch.run_chunks import WorkersLost, in_order, run_chunks
from server.services.annotate_lines import Answer
from tests.server.batch.fakes import JOB, numbered, records, turn_round


def lines(given: list[Record], crew: Crew) -> list[bytes]:
    with closing(crew):
        return [answer.line for _, answers in in_order(run_chunks(cut(given), crew)) for answer in answers]


def several(number: int = 2) -> ProcessCrew:
    return ProcessCrew(JOB, number, work=turn_round)


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_the_answers_are_the_same_whatever_the_number_of_workers(workers: int) -> None:
    given = numbered(5 * CHUNK_RECORDS + 7)
    assert lines(given, several(workers)) == [record.raw[::-1] for record in given]


def test_no_records_give_no_answers() -> None:
    assert lines([], SingleCrew(JOB, work=turn_round)) == []


def test_a_worker_killed_in_the_middle_changes_nothing() -> None:
    given = records(b"slow %d" % number for number in range(6 * CHUNK_RECORDS))[: 3 * CHUNK_RECORDS]
    crew = several()

    def killing() -> Iterator[Chunk]:
        for chunk in cut(given):
            if chunk.number == 2:
                os.kill(crew.processes[0], signal.SIGKILL)
            yield chunk

    with closing(crew):
        found = [answer.line for _, answers in in_order(run_chunks(killing(), crew)) for answer in answers]
    assert found == [record.raw[::-1] for record in given]


@pytest.mark.parametrize(("word", "told"), [("poison", "code -9"), ("stumble", "RuntimeError: stumbled")])
def test_the_record_that_breaks_workers_is_named_and_the_others_are_answered(word: str, told: str) -> None:
    given = numbered(CHUNK_RECORDS + 20)
    given[30] = Record(31, b'{"id": "p", "bio": "%s"}' % word.encode(), 10)
    with closing(several()) as crew:
        done = [answer for _, answers in in_order(run_chunks(cut(given), crew)) for answer in answers]
    assert [place for place, answer in enumerate(done) if answer.fault] == [30]
    assert done[30].line.startswith(b'{"id":"p","error":')
    assert told in str(done[30].fault)
    assert [a.line for a in done[:30] + done[31:]] == [r.raw[::-1] for r in given[:30] + given[31:]]


def test_a_crew_that_dies_on_everything_is_given_up_with_what_to_do() -> None:
    given = records(b"stumble" for _ in range(40))
    crew = SingleCrew(JOB, work=turn_round)
    with pytest.raises(WorkersLost, match="again and again"):
        list(run_chunks(cut(given), crew))


def test_the_quick_do_not_run_far_ahead_of_the_slow() -> None:
    class Lazy(SingleCrew):
        """Takes the newest first, so that the first chunk waits as long as possible."""

        window = 2

        def outcomes(self):
            self._tasks.rotate(1)
            return super().outcomes()

    seen = [chunk.number for chunk, _ in run_chunks(cut(numbered(40 * CHUNK_RECORDS)), Lazy(JOB, work=turn_round))]
    assert sorted(seen) == list(range(40))
    assert seen.index(0) <= 16


def test_chunks_are_cut_by_records_and_by_bytes() -> None:
    large = records(b"x" * 1_500_000 for _ in range(5))
    assert [len(chunk.records) for chunk in cut(large)] == [3, 2]
    assert [len(chunk.records) for chunk in cut(numbered(CHUNK_RECORDS + 1))] == [CHUNK_RECORDS, 1]


def test_answers_come_in_order_as_soon_as_they_can() -> None:
    chunks = list(cut(numbered(3 * CHUNK_RECORDS)))
    done = in_order((chunks[n], [Answer(b"")]) for n in (1, 0, 2))
    assert [chunk.number for chunk, _ in done] == [0, 1, 2]
