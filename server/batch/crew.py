"""Who works: one process, several, or a cluster; each takes tasks and gives outcomes in any order."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from server.batch.chunk_work import Work, annotate_records
from server.batch.job import Job
from server.batch.records import Record
from server.domain.errors import SeedlistError
from server.services.annotate_lines import Answer


@dataclass(frozen=True, kw_only=True, slots=True)
class Task:
    """Records of one chunk from `first` on; `tries` counts how often it ended without answers."""

    chunk: int
    first: int
    records: tuple[Record, ...]
    tries: int = 0

    def again(self) -> "Task":
        """The same, tried once more."""
        return replace(self, tries=self.tries + 1)


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """Answers in the order of the task's records; None when the worker died or broke down, `why` says how."""

    task: Task
    answers: list[Answer] | None
    why: str = ""


class Crew(Protocol):
    """Takes as many tasks at a time as `window` says."""

    @property
    def window(self) -> int:
        """How many tasks keep everybody busy."""

    def submit(self, task: Task) -> None:
        """Begin with it as soon as somebody is free."""

    def outcomes(self) -> Sequence[Outcome]:
        """Wait for at least one; raises SeedlistError for what no second try would mend."""

    def close(self) -> None:
        """Send everybody home; what is unfinished is dropped."""


class SingleCrew:
    """This very process."""

    window = 1

    def __init__(self, job: Job, *, work: Work = annotate_records) -> None:
        self._job = job
        self._work = work
        self._tasks: deque[Task] = deque()

    def submit(self, task: Task) -> None:
        """Remember it."""
        self._tasks.append(task)

    def outcomes(self) -> Sequence[Outcome]:
        """Do the oldest task now."""
        task = self._tasks.popleft()
        result = attempt(self._work, self._job, task.records)
        if isinstance(result, str):
            return [Outcome(task=task, answers=None, why=result)]
        return [Outcome(task=task, answers=result)]

    def close(self) -> None:
        """Nobody to send home."""


def attempt(work: Work, job: Job, records: Sequence[Record]) -> list[Answer] | str:
    """Answers, or in words why the reader broke down; SeedlistError goes through, it concerns the whole run."""
    try:
        return work(job, records)
    except SeedlistError:
        raise
    except Exception as fault:  # a breakdown on one record must not end a run of a million
        return f"{type(fault).__name__}: {fault}"
