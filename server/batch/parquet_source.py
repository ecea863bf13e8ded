"""Reads profiles from Parquet: columns are the contract's keys; lists and structs, or JSON inside a text."""

from collections.abc import Iterator
from typing import Any, BinaryIO

from server.batch.cells import check_heads, profile_json
from server.batch.extras import wanted
from server.batch.records import Record
from server.domain.errors import InvalidInput

ROWS_AT_ONCE = 1_000


def parquet_rows(file: BinaryIO) -> int:
    """How many rows the file says it has; raises InvalidInput or ExtraMissing."""
    rows = int(_opened(file).metadata.num_rows)
    file.seek(0)
    return rows


def parquet_records(file: BinaryIO) -> Iterator[Record]:
    """One record a row, without ever holding the whole file."""
    table = _opened(file)
    check_heads(table.schema_arrow.names)
    place = 0
    for batch in table.iter_batches(batch_size=ROWS_AT_ONCE):
        for row in batch.to_pylist():
            place += 1
            yield Record(place, profile_json(row), 1)


def _opened(file: BinaryIO) -> Any:
    parquet = wanted("pyarrow.parquet", "Reading Parquet")
    try:
        return parquet.ParquetFile(file)
    except (ValueError, OSError) as fault:
        raise InvalidInput(f"This is not a Parquet file: {fault}.", action="Check the file or give --from.") from None
