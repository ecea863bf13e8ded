"""seedlist annotate IN -o OUT: the contract for files, on all cores, going on after an interruption."""

import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from server.app import now
from server.batch.chunk_work import brand_of
from server.batch.crews import Wish, crew_for
from server.batch.job import Job, job_key
from server.batch.one_run import Tally, to_file, to_stream
from server.batch.parts import Parts
from server.batch.records import cut
from server.batch.source import FORMATS, format_of, open_records
from server.commands.progress import progress
from server.domain.errors import InvalidInput, StorageFailed


def arguments(parser: ArgumentParser) -> None:
    """Input, output, brand, and who works."""
    parser.add_argument("input", help="JSON Lines, CSV or Parquet, one profile a line; - for standard input")
    parser.add_argument("-o", "--output", default="-", help="where to write; - for standard output (default)")
    parser.add_argument("--from", dest="source", choices=FORMATS, help="format of the input; default: by its ending")
    parser.add_argument("--to", choices=FORMATS, help="format of the output; default: by its ending")
    parser.add_argument("--brand", type=Path, help="a brand as JSON; adds the fit")
    parser.add_argument("--scores", action="store_true", help="add the calibrated score of every niche")
    parser.add_argument("--at", type=moment, help="count ages of posts from this time (ISO 8601); default: now")
    parser.add_argument("--workers", type=whole, help="processes; default: one for each core")
    parser.add_argument("--dask", metavar="ADDRESS", help="work on this Dask cluster, tcp://host:port")
    parser.add_argument("--fresh", action="store_true", help="do not go on with an interrupted run, begin anew")


def run(asked: Namespace) -> int:
    """Annotate every record, in order; 0 also when some were refused, they are answered in their place."""
    source, target = format_of(asked.input, asked.source), format_of(asked.output, asked.to)
    brand = read_brand(asked.brand) if asked.brand else None
    job = Job(brand=brand, scores=asked.scores, at=asked.at or now())
    try:
        tally = annotated(asked, job, source, target)
    except KeyboardInterrupt:
        if asked.output != "-":
            tell("Interrupted. What is done is kept: the same command goes on from here.")
        raise
    except OSError as fault:
        raise StorageFailed(
            f"The run stopped: {fault}.", action="Make room, then run the same command: it goes on from here."
        ) from fault
    report(tally)
    return 0


def annotated(asked: Namespace, job: Job, source: str, target: str) -> Tally:
    """Run the job from the input to the output."""
    with open_records(asked.input, source) as opened:
        if asked.output == "-":
            chunks, crew = crew_for(job, cut(opened.records), Wish(workers=asked.workers, dask=asked.dask))
            with closing(crew), progress("Reading profiles", opened.total) as advance:
                return to_stream(chunks, crew, sys.stdout.buffer, target, advance=advance)
        output = Path(asked.output)
        parts = Parts(output)
        if asked.fresh:
            parts.clear()
        job = job.moved(parts.begin(job_key(job, asked.at), job.at))
        chunks, crew = crew_for(job, cut(opened.records), Wish(workers=asked.workers, dask=asked.dask))
        with closing(crew), progress("Reading profiles", opened.total) as advance:
            return to_file(chunks, crew, output, target, parts, advance=advance)


def report(tally: Tally) -> None:
    """What was refused and where, on standard error; silent when all went well and nobody looks."""
    for place, why in tally.faults:
        tell(f"line {place}: {why}")
    if tally.refused > len(tally.faults):
        tell(f"and {tally.refused - len(tally.faults):,} more")
    if tally.refused or tally.taken_over or sys.stderr.isatty():
        kept = f", {tally.taken_over:,} of them done before" if tally.taken_over else ""
        tell(f"{tally.records:,} profiles{kept}, {tally.refused:,} refused and answered in their place")


def tell(words: str) -> None:
    """One line on standard error."""
    print(f"seedlist: {words}", file=sys.stderr)


def moment(text: str) -> datetime:
    """A time in ISO 8601; without a zone it is UTC."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"“{text}” is not a time such as 2026-11-22T12:00:00Z") from None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def whole(text: str) -> int:
    """A number from 1."""
    if not text.isdecimal() or int(text) < 1:
        raise ArgumentTypeError(f"“{text}” is not a number from 1")
    return int(text)


def read_brand(path: Path) -> bytes:
    """A brand file, checked before anybody begins; raises InvalidInput."""
    try:
        raw = path.read_bytes()
    except OSError as fault:
        raise InvalidInput(f"“{path}” cannot be read: {fault.strerror}.", action="Check the path.") from None
    brand_of(raw)
    return raw
