"""Work that needs no reader: it turns a record round, and dies or breaks down where the record says so."""

import os
import signal
import time
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from server.batch.job import Job
from server.batch.records import Record
from server.services.annotate_lines import Answer

JOB = Job(brand=None, scores=False, at=datetime(2026, 11, 22, 12, tzinfo=UTC))


def records(raws: Iterable[bytes]) -> list[Record]:
    """Records on the lines 1, 2, 3 …"""
    return [Record(place, raw, len(raw)) for place, raw in enumerate(raws, 1)]


def numbered(count: int) -> list[Record]:
    """Records with different words."""
    return records(b"record %d" % number for number in range(count))


def turn_round(job: Job, given: Sequence[Record]) -> list[Answer]:
    """Every record's bytes backwards; "poison" kills the process, "stumble" raises, "slow" takes a while."""
    for record in given:
        if b"poison" in record.raw:
            os.kill(os.getpid(), signal.SIGKILL)
        if b"stumble" in record.raw:
            raise RuntimeError("stumbled")
        if b"slow" in record.raw:
            time.sleep(0.002)
    return [Answer(record.raw[::-1]) for record in given]
