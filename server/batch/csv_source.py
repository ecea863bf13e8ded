"""Reads profiles from CSV: the heads are the contract's keys; comma, semicolon or tab."""

import csv
from collections.abc import Iterator
from typing import BinaryIO, Protocol

from server.batch.cells import check_heads, profile_json
from server.batch.records import Record
from server.domain.errors import InvalidInput

SIGNS = (",", ";", "\t")
LONGEST_CELL = 16_000_000
SURPLUS = "a cell without a head"
"""The key under which cells beyond the heads land, so that the row is refused by that name."""


def csv_records(file: BinaryIO) -> Iterator[Record]:
    """One record a row that is not empty; its place is the line on which it begins."""
    csv.field_size_limit(LONGEST_CELL)
    meter = _Meter(file)
    heads, reader = _begin(meter)
    check_heads(heads)
    begin = 2
    for cells in _rows(reader):
        if any(cells):
            surplus = {SURPLUS: "".join(cells[len(heads) :])} if len(cells) > len(heads) else {}
            yield Record(begin, profile_json(dict(zip(heads, cells, strict=False)) | surplus), meter.taken())
        begin = reader.line_num + 2


class Table(Protocol):
    """What `csv.reader` gives."""

    line_num: int

    def __iter__(self) -> Iterator[list[str]]:
        """Row by row."""


class _Meter(Iterator[str]):
    """Lines as text, counting the bytes they were."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._bytes = 0

    def __next__(self) -> str:
        raw = next(self._file)
        self._bytes += len(raw)
        return raw.decode("utf-8", "surrogateescape")

    def taken(self) -> int:
        """Bytes since the last time."""
        taken, self._bytes = self._bytes, 0
        return taken


def _begin(meter: _Meter) -> tuple[list[str], Table]:
    first = next(meter, "").removeprefix("\ufeff")
    if not first.strip():
        raise InvalidInput("The table has no line of heads.", action="Begin it with the names of the columns.")
    sign = max(SIGNS, key=first.count)
    heads = next(csv.reader([first], delimiter=sign))
    return [head.strip() for head in heads], csv.reader(meter, delimiter=sign)


def _rows(reader: Table) -> Iterator[list[str]]:
    try:
        yield from reader
    except csv.Error as fault:
        raise InvalidInput(
            f"The table breaks near line {reader.line_num + 1}: {fault}.", action="Look for a quotation mark left open."
        ) from None
