"""Two loopback workers of a Dask cluster give the same bytes as one process, also when one is killed."""

import signal
from collections.abc import Iterator
from contextlib import closing

import pytest

from server.batch import dask_crew
from server.batch.dask_crew import DaskCrew
from server.batch.records import CHUNK_RECORDS, Chunk, cut
from server.batch.run_chunks import in_order, run_chunks
from server.domain.errors import InvalidInput, NotReady
from tests.server.batch.cluster import Cluster
from tests.server.batch.fakes import JOB, records, turn_round

pytest.importorskip("distributed")


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
