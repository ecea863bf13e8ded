"""The Spark recipe gives the lines of `seedlist annotate`; left out where Java, pyspark or pandas is not there."""

import json
import os
import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from server.batch.chunk_work import annotate_records
from server.batch.job import Job
from server.batch.records import Record
from server.batch.spark import ANSWER, spark_work

ROOT = Path(__file__).parents[3]
JOB = Job(
    brand=b'{"name": "Harrow Fenn", "niches": {"ceramics": 1.0}}', scores=True, at=datetime(2026, 11, 22, tzinfo=UTC)
)
RAWS = [
    json.dumps({"id": "a", "platform": "instagram", "followers": 3120, "bio": "ceramics studio ☕"}),
    json.dumps({"id": "b", "platform": "myspace"}),
    *(json.dumps({"id": f"c{n}", "platform": "tiktok", "captions": ["thrift flip", "#ootd"]}) for n in range(20)),
]


def expected() -> list[str]:
    records = [Record(place, raw.encode(), 0) for place, raw in enumerate(RAWS)]
    return [answer.line.decode() for answer in annotate_records(JOB, records)]


def test_a_frame_becomes_the_lines_of_annotate() -> None:
    pandas = pytest.importorskip("pandas", reason="The Spark recipe needs pandas")
    frame = pandas.DataFrame({"line": range(len(RAWS)), "raw": RAWS})
    found = list(spark_work(JOB)([frame[:5], frame[5:]]))
    assert [line for part in found for line in part["annotation"]] == expected()
    assert [number for part in found for number in part["line"]] == list(range(len(RAWS)))


@pytest.mark.skipif(not shutil.which("java"), reason="Spark needs Java: apt install default-jre-headless")
@pytest.mark.filterwarnings("default")  # pyspark's own
def test_spark_itself_gives_the_lines_of_annotate(monkeypatch: pytest.MonkeyPatch) -> None:
    sql = pytest.importorskip("pyspark.sql", reason="Spark needs: pip install pyspark pandas")
    pytest.importorskip("pandas", reason="The Spark recipe needs pandas")
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")]))
    builder = sql.SparkSession.builder.master("local[2]").config("spark.driver.host", "127.0.0.1")
    spark = builder.config("spark.ui.enabled", "false").config("spark.driver.bindAddress", "127.0.0.1").getOrCreate()
    try:
        lines = spark.createDataFrame(list(enumerate(RAWS)), "line long, raw string").repartition(2)
        answers = lines.mapInPandas(spark_work(JOB), ANSWER).orderBy("line").collect()
    finally:
        spark.stop()
    assert [row.annotation for row in answers] == expected()
