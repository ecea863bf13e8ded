"""Writes answers as JSON Lines, CSV or Parquet; the same answers give the same bytes."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import BinaryIO

from server.batch.columns import COLUMNS, WHOLE, row_of
from server.batch.extras import wanted
from server.services.export_list import plain

GROUP = 5_000
"""Rows of one Parquet row group."""


def write_json(bodies: Iterable[bytes], out: BinaryIO) -> None:
    """The answers as they are."""
    out.writelines(bodies)


def write_csv(bodies: Iterable[bytes], out: BinaryIO) -> None:
    """UTF-8 with the mark that Excel needs, unknown is an empty cell, no cell is taken for a formula."""
    out.write(b"\xef\xbb\xbf" + _csv_line([*COLUMNS, WHOLE]))
    for line in _lines(bodies):
        out.write(_csv_line(["" if cell is None else plain(cell) for cell in row_of(line).values()]))


def write_parquet(bodies: Iterable[bytes], out: BinaryIO) -> None:
    """One column each, unknown is null; compressed with zstd."""
    arrow = wanted("pyarrow", "Writing Parquet")
    parquet = wanted("pyarrow.parquet", "Writing Parquet")
    types = {str: arrow.string(), int: arrow.int64(), float: arrow.float64(), bool: arrow.bool_()}
    schema = arrow.schema([*((name, types[kind]) for name, (kind, _) in COLUMNS.items()), (WHOLE, arrow.string())])
    with parquet.ParquetWriter(out, schema, compression="zstd") as writer:
        rows: list[dict[str, object]] = []
        for line in _lines(bodies):
            rows.append(dict(row_of(line)))
            if len(rows) == GROUP:
                writer.write_table(arrow.Table.from_pylist(rows, schema=schema))
                rows = []
        if rows:
            writer.write_table(arrow.Table.from_pylist(rows, schema=schema))


TARGETS: Mapping[str, Callable[[Iterable[bytes], BinaryIO], None]] = {
    "jsonl": write_json,
    "csv": write_csv,
    "parquet": write_parquet,
}


def _csv_line(cells: Iterable[object]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerow(cells)
    return text.getvalue().encode()


def _lines(bodies: Iterable[bytes]) -> Iterator[bytes]:
    for body in bodies:
        yield from body.split(b"\n")[:-1]
