"""seedlist annotate IN -o OUT: the contract for files, on all cores, going on after an interruption."""

import os
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace, RawDescriptionHelpFormatter
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
from server.batch.source import FORMATS, Opened, format_of, open_records
from server.commands.progress import progress
from server.domain.errors import InvalidInput, StorageFailed

EXAMPLES = """\
examples:
  seedlist annotate people.jsonl -o found.jsonl
  seedlist annotate people.csv -o found.parquet --brand brand.json
  seedlist annotate people.parquet -o found.csv --dask tcp://10.0.0.5:8786

Interrupted, the same command goes on where it stopped. A bad record is answered in its place and named at the end.
Parquet and --dask need: pip install 'seedlist[scale]'
"""


def arguments(parser: ArgumentParser) -> None:
    """Input, output, brand, and who works."""
    parser.formatter_class = RawDescriptionHelpFormatter
    parser.epilog = EXAMPLES
    parser.add_argument("input", metavar="IN", help="JSON Lines, CSV or Parquet; - for standard input")
    parser.add_argument(
        "-o", "--output", metavar="OUT", default="-", help="where to write; - for standard output (default)"
    )
    parser.add_argument("--from", dest="source", choices=FORMATS, help="format of the input (default: by its ending)")
    parser.add_argument("--to", choices=FORMATS, help="format of the output (default: by its ending)")
    parser.add_argument("--brand", metavar="FILE", type=Path, help="a brand as JSON; adds the fit")
    parser.add_argument("--scores", action="store_true", help="add the calibrated score of every niche")
    parser.add_argument("--at", metavar="TIME", type=moment, help="count ages of posts from this time (default: now)")
    parser.add_argument("--fresh", action="store_true", help="begin anew rather than go on with an interrupted run")
    crew = parser.add_mutually_exclusive_group()
    crew.add_argument("--workers", metavar="N", type=whole, help="processes (default: one for each core)")
    crew.add_argument("--dask", metavar="ADDRESS", help="work on this Dask cluster, tcp://host:port")


def run(asked: Namespace) -> int:
    """Annotate every record, in order; 0 also when some were refused, they are answered in their place."""
    source, target = format_of(asked.input, asked.source), format_of(asked.output, asked.to)
    brand = read_brand(asked.brand) if asked.brand else None
    job = Job(brand=brand, scores=asked.scores, at=asked.at or now())
    try:
        with open_records(asked.input, source) as opened:
            tally = to_terminal(asked, job, opened, target) if asked.output == "-" else kept(asked, job, opened, target)
    except KeyboardInterrupt:
        if asked.output != "-":
            tell("interrupted. What is done is kept: the same command goes on from here.")
        raise
    except BrokenPipeError:  # who read our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as fault:
        raise StorageFailed(
            f"The run stopped: {fault}.", action="Mend that, then run the same command: it goes on from here."
        ) from fault
    report(tally)
    return 0


def to_terminal(asked: Namespace, job: Job, opened: Opened, target: str) -> Tally:
    """Answers in order on standard output; nothing is kept."""
    chunks, crew = crew_for(job, cut(opened.records), Wish(workers=asked.workers, dask=asked.dask))
    with closing(crew), progress("Reading profiles", opened.total) as advance:
        return to_stream(chunks, crew, sys.stdout.buffer, target, advance=advance)


def kept(asked: Namespace, job: Job, opened: Opened, target: str) -> Tally:
    """Answers in a file, going on with what an earlier run left."""
    output = writable(Path(asked.output), asked.input)
    with closing(Parts(output)) as parts:
        job = job.moved(parts.begin(job_key(job, asked.at), job.at, is_fresh=asked.fresh))
        chunks, crew = crew_for(job, cut(opened.records), Wish(workers=asked.workers, dask=asked.dask))
        with closing(crew), progress("Reading profiles", opened.total) as advance:
            return to_file(chunks, crew, output, target, parts, advance=advance)


def writable(output: Path, source: str) -> Path:
    """The output; raises InvalidInput where it would overwrite the input or has no folder."""
    if source != "-" and output.exists() and output.samefile(source):
        raise InvalidInput("Output and input are the same file.", action="Choose another output.")
    if not output.parent.is_dir():
        raise InvalidInput(f"There is no folder “{output.parent}”.", action="Make it, or choose another output.")
    return output


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
