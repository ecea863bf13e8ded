"""The one function that annotates records, in this process, in another or on a cluster."""

from collections.abc import Callable, Sequence
from functools import lru_cache

from nlp.taxonomy import load_taxonomy
from server.app import load_reader
from server.batch.job import Job
from server.batch.records import Record
from server.domain.brand import Brand
from server.services.annotate_lines import Answer, Line, line_annotator
from server.services.edit_brands import check_wishes, with_proposals
from server.services.reading_room import TextReader
from server.wire.brand_in import BrandIn, to_brand
from server.wire.decode import decode

Work = Callable[[Job, Sequence[Record]], list[Answer]]


def annotate_records(job: Job, records: Sequence[Record]) -> list[Answer]:
    """One answer for each record, in order; the first call of a process loads the reader."""
    annotate_line = annotator(job)
    return [annotate_line(record.raw) for record in records]


def brand_of(raw: bytes) -> Brand:
    """A brand file's words, as given; raises InvalidInput."""
    brand = to_brand(decode(raw, BrandIn))
    check_wishes(brand, load_taxonomy())
    return brand


@lru_cache(maxsize=1)
def loaded_reader() -> TextReader:
    """The reader of this process."""
    return load_reader()


@lru_cache(maxsize=2)
def annotator(job: Job) -> Line:
    """From one line to its answer, for this job."""
    read = loaded_reader().read
    brand = None if job.brand is None else with_proposals(brand_of(job.brand), read=read)
    return line_annotator(brand, read=read, clock=lambda: job.at, scores=job.scores)
