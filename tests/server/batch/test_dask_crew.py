"""Two loopback workers of a Dask cluster give the same bytes as one process, also when one is killed."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from server.batch import dask_crew
from server.batch.dask_crew import DaskCrew
from server.batch.records import CHUNK_RECORDS, Chunk, cut
from server.batch.run_chunks import in_order, run_chunks
from server.domain.errors import InvalidInput, NotReady
from tests.server.batch.fakes import JOB, records, turn_round

distributed = pytest.importorskip("distributed")
ROOT = Path(__file__).parents[3]


class Cluster:
    """A scheduler and two workers on loopback, as a user would start them."""

    def __init__(self) -> None:
        self.scheduler = start("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
        self.address = next(word for word in said(self.scheduler) if word.startswith("tcp://"))
        self.workers = [start("worker", self.address, "--nthreads", "1", "--no-nanny", "--no-dashboard") for _ in "ab"]

    def close(self) -> None:
        for person in (*self.workers, self.scheduler):
            person.kill()
            person.communicate()


def start(*words: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "distributed.cli.dask_" + words[0], *words[1:]]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "3"}
    return subprocess.Popen(command, env=environment, cwd=ROOT, stderr=subprocess.PIPE, text=True)


def said(person: subprocess.Popen[str]) -> Iterator[str]:
    assert person.stderr
    for line in person.stderr:
        yield from line.split()


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    with closing(Cluster()) as made:
        yield made


@pytest.mark.filterwarnings("default")  # what a library warns of after a connection was cut is not ours
def test_a_worker_killed_in_mid_run_changes_nothing(cluster: Cluster) -> None:
    given = records(b"slow %d" % number for number in range(6 * CHUNK_RECORDS))
    crew = DaskCrew(JOB, cluster.address, work=turn_round)
    crew.wait_for(2)

    def killing() -> Iterator[Chunk]:
        for chunk in cut(given):
            if chunk.number == 4:
                cluster.workers[0].send_signal(signal.SIGKILL)
            yield chunk

    with closing(crew):
        found = [answer.line for _, answers in in_order(run_chunks(killing(), crew)) for answer in answers]
    assert found == [record.raw[::-1] for record in given]


@pytest.mark.filterwarnings("default")
def test_an_edition_of_its_own_is_refused(cluster: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dask_crew, "edition", lambda: "another")
    chunks = cut(records([b"one"]))
    with (
        closing(DaskCrew(JOB, cluster.address, work=turn_round)) as crew,
        pytest.raises(InvalidInput, match="another edition"),
    ):
        list(run_chunks(chunks, crew))


@pytest.mark.filterwarnings("default")
def test_a_breakdown_on_the_cluster_names_the_record(cluster: Cluster) -> None:
    given = records([b"good", b'{"id": "s", "bio": "stumble"}'])
    with closing(DaskCrew(JOB, cluster.address, work=turn_round)) as crew:
        ((_, answers),) = run_chunks(cut(given), crew)
    assert answers[0].line == b"doog"
    assert "stumbled" in str(answers[1].fault)


@pytest.mark.filterwarnings("default")
def test_no_cluster_is_told_with_how_to_start_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dask_crew, "PATIENCE", 0.5)
    with pytest.raises(NotReady, match="No Dask cluster") as told:
        DaskCrew(JOB, "tcp://127.0.0.1:9")
    assert "dask scheduler" in told.value.action
