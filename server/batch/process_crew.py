"""Several processes on this machine; one that dies is noticed, replaced, and its task given back."""

import contextlib
import multiprocessing
import signal
import sys
from collections import deque
from collections.abc import Sequence
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkServerContext, SpawnContext
from multiprocessing.process import BaseProcess

from server.batch.chunk_work import Work, annotate_records
from server.batch.crew import Outcome, Task, attempt
from server.batch.job import Job
from server.domain.errors import SeedlistError

WARM = "server.batch.warm_start"


class ProcessCrew:
    """`workers` processes, forked from one that has loaded the reader (each loads its own on Windows)."""

    def __init__(self, job: Job, workers: int, *, work: Work = annotate_records) -> None:
        self._context = context()
        self._context.set_forkserver_preload([WARM if work is annotate_records else work.__module__])
        self._job = job
        self._work = work
        self._queue: deque[Task] = deque()
        self._busy: dict[Connection, Task] = {}
        self._people: dict[Connection, BaseProcess] = {}
        self._idle: list[Connection] = [self._hire() for _ in range(workers)]
        self._lost: list[Outcome] = []
        self.window = workers + 1

    def submit(self, task: Task) -> None:
        """Hand it to an idle worker, else keep it until one is."""
        self._queue.append(task)
        self._hand_out()

    def outcomes(self) -> Sequence[Outcome]:
        """What came in; a dead worker counts as a task that ended without answers."""
        if self._lost:
            lost, self._lost = self._lost, []
            return lost
        ready = wait(list(self._busy))
        found = [self._collect(line) for line in ready if isinstance(line, Connection)]
        self._hand_out()
        return found

    def close(self) -> None:
        """End all processes at once."""
        for line, person in self._people.items():
            line.close()
            person.terminate()
        for person in self._people.values():
            person.join()
        self._people.clear()

    @property
    def processes(self) -> list[int]:
        """The ids of the processes, for measuring."""
        return [person.pid for person in self._people.values() if person.pid]

    def _hire(self) -> Connection:
        ours, theirs = self._context.Pipe()
        person = self._context.Process(target=serve, args=(self._job, self._work, theirs), daemon=True)
        person.start()
        theirs.close()
        self._people[ours] = person
        return ours

    def _hand_out(self) -> None:
        while self._queue and self._idle:
            line, task = self._idle.pop(), self._queue.popleft()
            try:
                line.send(task.records)
                self._busy[line] = task
            except OSError:
                self._lost.append(self._replace(line, task))

    def _collect(self, line: Connection) -> Outcome:
        task = self._busy.pop(line)
        try:
            result = line.recv()
        except (EOFError, OSError):
            return self._replace(line, task)
        self._idle.append(line)
        if isinstance(result, SeedlistError):
            raise result
        if isinstance(result, str):
            return Outcome(task=task, answers=None, why=result)
        return Outcome(task=task, answers=result)

    def _replace(self, line: Connection, task: Task) -> Outcome:
        person = self._people.pop(line)
        line.close()
        person.join()
        self._idle.append(self._hire())
        return Outcome(task=task, answers=None, why=f"the worker ended with code {person.exitcode}")


def context() -> SpawnContext | ForkServerContext:
    """How processes begin: forked from a warm one, or anew where there is no fork."""
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    return multiprocessing.get_context("forkserver")


def serve(job: Job, work: Work, line: Connection) -> None:
    """A worker's life: records in, answers out, until the other end is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the one who asked stops us
    with contextlib.suppress(EOFError, OSError):  # nobody is there any more
        while True:
            records = line.recv()
            try:
                result: object = attempt(work, job, records)
            except SeedlistError as fault:
                result = fault
            line.send(result)
