"""Chooses who works: a cluster when one is named, this process for a small file, else a process for each core."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice

from server.batch.crew import Crew, SingleCrew
from server.batch.dask_crew import DaskCrew
from server.batch.job import Job
from server.batch.process_crew import ProcessCrew
from server.batch.records import Chunk


@dataclass(frozen=True, kw_only=True, slots=True)
class Wish:
    """What the user asked for; None leaves it to us."""

    workers: int | None = None
    dask: str | None = None


def crew_for(job: Job, chunks: Iterable[Chunk], wish: Wish) -> tuple[Iterator[Chunk], Crew]:
    """The chunks again, and a crew no larger than they need."""
    coming = iter(chunks)
    if wish.dask:
        return coming, DaskCrew(job, wish.dask)
    workers = wish.workers or cores()
    first = list(islice(coming, workers))
    workers = min(workers, len(first))
    crew: Crew = ProcessCrew(job, workers) if workers > 1 else SingleCrew(job)
    return chain(first, coming), crew


def cores() -> int:
    """Cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
