"""Opens an input as records: JSON Lines, CSV or Parquet, read as they are needed."""

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from server.batch.csv_source import csv_records
from server.batch.parquet_source import parquet_records, parquet_rows
from server.batch.records import Record
from server.domain.errors import InvalidInput

FORMATS = ("jsonl", "csv", "parquet")
ENDINGS = {".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "jsonl", ".csv": "csv", ".tsv": "csv", ".parquet": "parquet"}
PARQUET_MARK = b"PAR1"


@dataclass(frozen=True, kw_only=True, slots=True)
class Opened:
    """Records to come and how many bytes (rows of Parquet) they are in all; None for standard input."""

    records: Iterator[Record]
    total: int | None


def open_input(name: str) -> BinaryIO:
    """A file, or standard input for -; raises InvalidInput when it is not there."""
    if name == "-":
        return sys.stdin.buffer
    try:
        return Path(name).open("rb")
    except OSError as fault:
        raise InvalidInput(f"“{name}” cannot be read: {fault.strerror}.", action="Check the path.") from None


@contextmanager
def open_records(name: str, form: str) -> Iterator[Opened]:
    """The records of an input by name (- is standard input) in a format; raises InvalidInput when it cannot be read."""
    with open_input(name) as file:
        if form == "parquet":
            total: int | None = parquet_rows(file)
        else:
            total = None if name == "-" else Path(name).stat().st_size
        yield Opened(records=SOURCES[form](file), total=total)


def format_of(name: str, asked: str | None) -> str:
    """The format that was asked for, else the one of the file's ending; JSON Lines for standard input."""
    if asked:
        return asked
    ending = Path(name).suffix.lower()
    if name == "-" or not ending:
        return "jsonl"
    if ending not in ENDINGS:
        raise InvalidInput(
            f"“{name}” does not end in {', '.join(ENDINGS)}.", action=f"Say which format it is: {', '.join(FORMATS)}."
        )
    return ENDINGS[ending]


def json_records(file: BinaryIO) -> Iterator[Record]:
    """Every line that is not blank."""
    skipped = 0
    for place, raw in enumerate(file, 1):
        if place == 1 and raw.startswith(PARQUET_MARK):
            raise InvalidInput("This is a Parquet file, not JSON Lines.", action="Add --from parquet.")
        if raw.strip():
            yield Record(place, raw, len(raw) + skipped)
            skipped = 0
        else:
            skipped += len(raw)


SOURCES: Mapping[str, Callable[[BinaryIO], Iterator[Record]]] = {
    "jsonl": json_records,
    "csv": csv_records,
    "parquet": parquet_records,
}
