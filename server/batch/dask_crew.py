"""The workers of a Dask cluster that is there already; the scheduler gives a dead worker's task to another."""

from collections.abc import Sequence
from typing import Any

from server.batch.chunk_work import Work, annotate_records
from server.batch.crew import Outcome, Task, attempt
from server.batch.extras import wanted
from server.batch.job import Job, edition
from server.batch.records import Record
from server.domain.errors import InvalidInput, NotReady
from server.services.annotate_lines import Answer

PATIENCE = 30
"""Seconds to wait for the scheduler and for the first worker."""
PER_THREAD = 2
"""Tasks at a time for each thread of the cluster, so that nobody waits for the network."""


class DaskCrew:
    """Sends records to `address` (tcp://host:port) and takes answers from workers with the same edition only."""

    def __init__(self, job: Job, address: str, *, work: Work = annotate_records) -> None:
        distributed = wanted("distributed", "--dask")
        self._job = job
        self._work = work
        self._tasks: dict[str, Task] = {}
        try:
            self._client = distributed.Client(address, timeout=PATIENCE, set_as_default=False)
            self.wait_for(1)
        except (OSError, TimeoutError, ValueError) as fault:
            raise NotReady(
                f"No Dask cluster with a worker at “{address}”: {fault}.",
                action="Start “dask scheduler” and “dask worker ADDRESS --nthreads 1”, and check the address.",
            ) from None
        self._done = distributed.as_completed(loop=self._client.loop)

    @property
    def window(self) -> int:
        """Workers may come and go while it runs."""
        threads: dict[str, int] = self._client.nthreads()
        return max(2, PER_THREAD * sum(threads.values()))

    def wait_for(self, workers: int) -> None:
        """Until so many are there; raises TimeoutError after PATIENCE."""
        self._client.wait_for_workers(workers, timeout=PATIENCE)

    def submit(self, task: Task) -> None:
        """Give it to the scheduler."""
        future = self._client.submit(annotate_remotely, self._work, self._job, task.records, pure=False)
        self._tasks[future.key] = task
        self._done.add(future)

    def outcomes(self) -> Sequence[Outcome]:
        """Wait for one, and take along what else is there."""
        futures = [next(self._done), *self._done.next_batch(block=False)]
        return [self._outcome(future) for future in futures]

    def close(self) -> None:
        """Leave the cluster as it was; unfinished tasks are dropped."""
        self._done.clear()
        self._client.close()

    def _outcome(self, future: Any) -> Outcome:
        task = self._tasks.pop(future.key)
        if future.status != "finished":
            return Outcome(task=task, answers=None, why=_why(future.exception()))
        told, result = future.result()
        if told != edition():
            raise InvalidInput(
                "A worker of the cluster has another edition of Seedlist.",
                action="Install the same version with the same tables and lexicons on every worker.",
            )
        if isinstance(result, str):
            return Outcome(task=task, answers=None, why=result)
        return Outcome(task=task, answers=result)


def annotate_remotely(work: Work, job: Job, records: Sequence[Record]) -> tuple[str, list[Answer] | str]:
    """What runs on a worker: its edition, and its answers or why there are none."""
    return edition(), attempt(work, job, records)


def _why(fault: BaseException) -> str:
    """Words for a task that never came back; raises InvalidInput when workers cannot know it at all."""
    if isinstance(fault, ImportError) or isinstance(fault.__cause__, ImportError):
        raise InvalidInput(
            "The workers of the cluster do not have Seedlist.", action="Install the same version on every worker."
        ) from fault
    return f"{type(fault).__name__} on the cluster"
