"""TinyDB's storage contract over the database: the whole state in, the whole state out, written as differences."""

import sqlite3
import time
from collections.abc import Callable, Mapping
from typing import Any

from tinydb import Storage

from server.storage.documents import Row, add, change, remember_number, remove
from server.storage.page import Choice, matching
from server.storage.pool import Pool

Tables = dict[str, dict[str, Any]]


def own_key(doc_id: int) -> str:
    """The key of a document that was inserted through TinyDB's API."""
    return f"#{doc_id}"


class SqliteStorage(Storage):
    """Everything as one mapping of table -> number -> document, as TinyDB's own storages have it."""

    def __init__(self, pool: Pool, report: Callable[[Row], None], clock: Callable[[], float] = time.time) -> None:
        self.pool = pool
        self.report = report
        self.clock = clock

    def read(self) -> Tables | None:
        """The whole state; None when there is no table yet."""
        with self.pool.reading() as con:
            return read_tables(con, self.report) or None

    def write(self, data: Mapping[str, Mapping[Any, Mapping[str, Any]]]) -> None:
        """Make the state exactly this one, touching only documents that differ."""
        with self.pool.writing() as con:
            for table in known_tables(con) - set(data):
                drop_table(con, table)
            for table, documents in data.items():
                write_table(con, table, documents, self)

    def close(self) -> None:
        """Nothing: the store closes its connections."""


def known_tables(con: sqlite3.Connection) -> set[str]:
    """The names of all tables, empty ones too."""
    return {name for (name,) in con.execute("SELECT tbl FROM tally")}


def make_known(con: sqlite3.Connection, table: str) -> None:
    """Let a table exist, even empty."""
    if con.execute("SELECT 1 FROM tally WHERE tbl = ?", (table,)).fetchone() is None:
        remember_number(con, table, None)


def read_tables(con: sqlite3.Connection, report: Callable[[Row], None]) -> Tables:
    """All documents of all tables in one view."""
    return {
        table: {str(row.doc_id): body for row, body in matching(con, Choice(table=table), report)}
        for table in sorted(known_tables(con))
    }


def write_table(
    con: sqlite3.Connection, table: str, documents: Mapping[Any, Mapping[str, Any]], to: SqliteStorage
) -> None:
    """Make one table hold exactly these documents."""
    wanted = {int(doc_id): body for doc_id, body in documents.items()}
    stored = {row.doc_id: (row, body) for row, body in matching(con, Choice(table=table), to.report)}
    remember_number(con, table, None)
    for doc_id in stored.keys() - wanted.keys():
        remove(con, stored[doc_id][0].id)
    for doc_id, body in wanted.items():
        if doc_id not in stored:
            add(con, table, doc_id, own_key(doc_id), body, to.clock())
        elif stored[doc_id][1] != body:
            change(con, stored[doc_id][0], body, to.clock())


def drop_table(con: sqlite3.Connection, table: str) -> None:
    """Remove a table and all it holds."""
    for (number,) in con.execute("SELECT id FROM document WHERE tbl = ?", (table,)).fetchall():
        remove(con, number)
    con.execute("DELETE FROM tally WHERE tbl = ?", (table,))
