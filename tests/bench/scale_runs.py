"""One measured run of the batch: seconds, processor time of everybody, memory that the workers share or own."""

import os
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from server.batch.chunk_work import Work, annotate_records
from server.batch.job import Job
from server.batch.one_run import to_file
from server.batch.parts import Parts
from server.batch.process_crew import ProcessCrew
from server.batch.records import Record, cut
from server.batch.run_chunks import run_chunks
from server.batch.source import open_records
from server.services.annotate_lines import Answer

JOB = Job(brand=None, scores=False, at=datetime(2026, 11, 22, 12, tzinfo=UTC))
CANNED = Answer(b'{"id":"x","bio":"' + b"y" * 3_000 + b'"}')
"""As large as the answer to a profile with twelve posts."""
WARM = [Record(1, b'{"platform":"instagram","bio":"ceramics"}', 1)]


@dataclass(frozen=True, kw_only=True)
class Measured:
    """Seconds by the clock and of processors, and megabytes; `start` is until the workers are ready."""

    number: int
    workers: int
    start: float
    wall: float
    ours: float
    theirs: float
    memory: float

    @property
    def each(self) -> float:
        """Milliseconds of processor time for one profile, of everybody together."""
        return 1000 * (self.ours + self.theirs) / self.number


def canned(job: Job, given: Sequence[Record]) -> list[Answer]:
    """No reading at all, so that only the handing over is measured."""
    return [CANNED] * len(given)


def measured(source: Path, output: Path, workers: int, *, work: Work = annotate_records) -> Measured:
    """Annotate a file of JSON Lines with so many processes."""
    parts, began = Parts(output), time.perf_counter()
    parts.clear()
    parts.begin("bench", JOB.at)
    with closing(ProcessCrew(JOB, workers, work=work)) as crew, open_records(str(source), "jsonl") as opened:
        for _ in run_chunks([chunk for _ in range(workers) for chunk in cut(WARM)][:1], crew):
            pass
        ready, ours, theirs = time.perf_counter(), time.process_time(), busy(crew.processes)
        tally = to_file(cut(opened.records), crew, output, "jsonl", parts, advance=lambda _: None)
        return Measured(
            number=tally.records,
            workers=workers,
            start=ready - began,
            wall=time.perf_counter() - ready,
            ours=time.process_time() - ours,
            theirs=busy(crew.processes) - theirs,
            memory=sum(memory(process) for process in crew.processes),
        )


def busy(processes: Sequence[int]) -> float:
    """Seconds of processor time that they took so far (Linux)."""
    fields = (Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split() for process in processes)
    return sum(int(field[11]) + int(field[12]) for field in fields) / os.sysconf("SC_CLK_TCK")


def memory(process: int) -> float:
    """Megabytes of its own and its share of what it has in common with others (Linux, PSS)."""
    lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024
