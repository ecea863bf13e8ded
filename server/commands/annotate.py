"""seedlist annotate IN.jsonl -o OUT.jsonl: the contract for files."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from nlp.taxonomy import load_taxonomy
from server.app import load_reader, now
from server.commands.progress import progress
from server.domain.brand import Brand
from server.domain.errors import InvalidInput
from server.services.annotate_lines import annotate_lines, line_annotator
from server.services.edit_brands import check_wishes, with_proposals
from server.services.ports import Read
from server.wire.brand_in import BrandIn, to_brand
from server.wire.decode import decode


def arguments(parser: ArgumentParser) -> None:
    """Input, output, brand, scores."""
    parser.add_argument("input", help="JSON Lines, one profile a line; - for standard input")
    parser.add_argument("-o", "--output", default="-", help="where to write; - for standard output (default)")
    parser.add_argument("--brand", type=Path, help="a brand as JSON; adds the fit")
    parser.add_argument("--scores", action="store_true", help="add the calibrated score of every niche")


def run(asked: Namespace) -> int:
    """Annotate every line, in order."""
    with source(asked.input) as lines:
        reader = load_reader()
        brand = read_brand(asked.brand, reader.read) if asked.brand else None
        annotate_line = line_annotator(brand, read=reader.read, clock=now, scores=asked.scores)
        answers = annotate_lines(counted(lines, asked.input), annotate_line)
        write(answers, asked.output)
    return 0


def source(name: str) -> BinaryIO:
    """The input, opened; raises InvalidInput when it is not there."""
    if name == "-":
        return sys.stdin.buffer
    try:
        return Path(name).open("rb")
    except OSError as fault:
        raise InvalidInput(f"“{name}” cannot be read: {fault.strerror}.", action="Check the path.") from None


def write(answers: Iterator[bytes], name: str) -> None:
    """Every answer as a line; a file appears whole under its name or not at all."""
    if name == "-":
        for answer in answers:
            sys.stdout.buffer.write(answer + b"\n")
        sys.stdout.buffer.flush()
        return
    part = Path(f"{name}.part")
    with part.open("wb") as out:
        out.writelines(answer + b"\n" for answer in answers)
    part.replace(name)


def counted(lines: BinaryIO, name: str) -> Iterator[bytes]:
    """The lines, with a progress bar on standard error by bytes of the file."""
    total = Path(name).stat().st_size if name != "-" else None
    with progress("Reading profiles", total) as advance:
        for raw in lines:
            yield raw
            advance(len(raw))


def read_brand(path: Path, read: Read) -> Brand:
    """A brand file, with proposals for what it did not wish; raises InvalidInput."""
    try:
        raw = path.read_bytes()
    except OSError as fault:
        raise InvalidInput(f"“{path}” cannot be read: {fault.strerror}.", action="Check the path.") from None
    brand = to_brand(decode(raw, BrandIn))
    check_wishes(brand, load_taxonomy())
    return with_proposals(brand, read=read)
