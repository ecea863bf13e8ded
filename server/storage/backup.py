"""Copies the database while it is in use, and brings a copy back as one change."""

import contextlib
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from server.domain.errors import DataFault, NotFound, StorageFailed
from server.storage import schema
from server.storage.connection import connect
from server.storage.documents import FIELDS, Row, as_row, decode, remember_number, store_words
from server.storage.filing import file_columns
from server.storage.pool import Pool
from server.storage.tinydb_storage import drop_table, known_tables


def back_up(con: sqlite3.Connection, to: Path) -> None:
    """One consistent copy as a single private file; it appears under its name only when whole and on the disk."""
    part = to.with_name(to.name + ".part")
    try:
        part.unlink(missing_ok=True)
        part.touch(mode=0o600)
        write_copy(con, part)
        with part.open("rb+") as written:
            os.fsync(written.fileno())
        part.replace(to)
    except OSError as error:
        raise StorageFailed(
            f"The backup could not be written: {error.strerror}.", action="Choose another place."
        ) from error
    finally:
        with contextlib.suppress(OSError):  # what stays here is taken away before the next backup
            part.unlink(missing_ok=True)


def write_copy(con: sqlite3.Connection, part: Path) -> None:
    """The copy itself, without a log beside it."""
    target = sqlite3.connect(part)
    try:
        con.backup(target)
        target.execute("PRAGMA journal_mode=DELETE")
    finally:
        target.close()


def restore(pool: Pool, source: Path) -> int:
    """Make the store hold exactly what a backup holds, all or nothing, while it runs; returns the documents restored.

    Raises NotFound without the file, DataFault when it is no sound backup; the store then stays as it was.
    """
    if not source.is_file():
        raise NotFound("There is no such backup.", action="Check the path.")
    with readable_copy(source) as old, pool.writing() as con:
        for table in known_tables(con):
            drop_table(con, table)
        return copy_rows(old, con)


@contextmanager
def readable_copy(source: Path) -> Iterator[sqlite3.Connection]:
    """The backup, brought up to date in a copy; the file itself is only read."""
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch) / "copy.db"
        shutil.copyfile(source, copy)
        con = connect(copy)
        try:
            if schema.version(con) == 0:
                raise DataFault("This file is not a backup of Seedlist.", action="Choose another file.")
            schema.migrate(con, lambda _: None)
            yield con
        finally:
            con.close()


def copy_rows(old: sqlite3.Connection, con: sqlite3.Connection) -> int:
    """All documents in their order, each by its checksum; a damaged one refuses the whole backup."""
    copied = 0
    for found in old.execute(f"SELECT {FIELDS}, updated FROM document ORDER BY id"):  # noqa: S608
        row = as_row(found[:-1])
        if not row.is_sound():
            raise DataFault("The backup is damaged.", action="Run `seedlist doctor` on it, or use an older one.")
        insert_row(con, row, found[-1])
        copied += 1
    for table, following in old.execute("SELECT tbl, next FROM tally"):
        remember_number(con, table, following)
    return copied


def insert_row(con: sqlite3.Connection, row: Row, updated: float) -> None:
    """One sound row with its number, key and revision as they were, and all that is derived from it."""
    sql = "INSERT INTO document (tbl, doc_id, key, revision, updated, crc, body) VALUES (?, ?, ?, ?, ?, ?, ?)"
    values = (row.table, row.doc_id, row.key, row.revision, updated, row.crc, row.body)
    number = con.execute(sql, values).lastrowid or 0
    derive(con, number, row)


def derive(con: sqlite3.Connection, number: int, row: Row) -> None:
    """File the columns, members and words of a sound row that has none yet."""
    body = decode(row)
    file_columns(con, number, row.table, body)
    store_words(con, number, body)
