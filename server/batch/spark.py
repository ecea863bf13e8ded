"""A recipe for Spark: the same function over a DataFrame, by mapInPandas.

    from server.batch.job import Job
    from server.batch.spark import ANSWER, spark_work

    lines = spark.sparkContext.textFile("profiles.jsonl").zipWithIndex().toDF("raw string, line long")
    job = Job(brand=None, scores=False, at=datetime(2026, 11, 22, 12, tzinfo=UTC))
    answers = lines.mapInPandas(spark_work(job), ANSWER)
    answers.orderBy("line").select("annotation").write.text("annotations")

Every executor needs this edition of Seedlist, pandas and pyarrow. The answers are those of `seedlist annotate --at`
byte for byte; blank lines are to be left out by the one who reads, as here they would be answered as bad ones.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from server.batch.chunk_work import annotate_records
from server.batch.job import Job
from server.batch.records import Record

ANSWER = "line long, annotation string"
"""The schema that comes out: the number that came with the line, and the annotation or refusal in JSON."""

Frames = Callable[[Iterable[Any]], Iterator[Any]]


def spark_work(job: Job) -> Frames:
    """For mapInPandas: frames with the columns `line` (whole number) and `raw` (a profile in JSON) become ANSWER."""

    def annotate_frames(frames: Iterable[Any]) -> Iterator[Any]:
        for frame in frames:
            pairs = zip(frame["line"], frame["raw"], strict=True)
            records = [Record(int(line), raw.encode(), 0) for line, raw in pairs]
            lines = [answer.line.decode() for answer in annotate_records(job, records)]
            yield frame[["line"]].assign(annotation=lines)

    return annotate_frames
