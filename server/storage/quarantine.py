"""Sets damaged rows aside, as they were found, so that the rest stays readable."""

import logging
import sqlite3
import time
from collections.abc import Callable
from typing import Any

from server.domain.errors import SeedlistError
from server.storage.documents import FIELDS, Row, as_row, remove
from server.storage.pool import Pool

log = logging.getLogger(__name__)


def quarantine(pool: Pool, clock: Callable[[], float] = time.time) -> Callable[[Row], None]:
    """What to call with a damaged row. It never fails: a row that cannot be moved is left out all the same."""

    def set_aside(row: Row) -> None:
        log.warning("Row %s of table %s is damaged and set aside; run `seedlist doctor`.", row.id, row.table)
        try:
            with pool.writing() as con:
                move(con, row.id, clock())
        except SeedlistError as error:
            log.warning("Row %s could not be moved: %s", row.id, error.message)

    return set_aside


def move(con: sqlite3.Connection, number: int, now: float) -> bool:
    """Move a row to `damaged`, if it is still there and still damaged; returns whether it was."""
    found = con.execute(f"SELECT {FIELDS} FROM document WHERE id = ?", (number,)).fetchone()  # noqa: S608
    if found is None or as_row(found).is_sound():
        return False
    row = as_row(found)
    kept = (as_stored(value) for value in (row.table, row.doc_id, row.key, row.revision, row.body, row.crc))
    sql = "INSERT INTO damaged (tbl, doc_id, key, revision, body, crc, found) VALUES (?, ?, ?, ?, ?, ?, ?)"
    con.execute(sql, (*kept, now))
    remove(con, number)
    return True


def as_stored(value: Any) -> Any:
    """Broken text as the bytes it was."""
    if isinstance(value, str):
        try:
            value.encode("utf-8")
        except UnicodeEncodeError:
            return value.encode("utf-8", "surrogateescape")
    return value
