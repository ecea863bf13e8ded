"""The single changes of TinyDB's API, inside a transaction: insert one, change one, take a number."""

import sqlite3
from collections.abc import Callable, Mapping, MutableMapping
from typing import Any

from tinydb.table import Document

from server.storage import documents
from server.storage.documents import Row
from server.storage.tinydb_storage import SqliteStorage, own_key

Change = Mapping[str, Any] | Callable[[MutableMapping[str, Any]], None]


def insert_one(
    con: sqlite3.Connection, storage: SqliteStorage, table: str, document: Mapping[str, Any], forgets_number: bool
) -> int:
    """Insert a document under its own number or the next free one; returns it.

    Raises ValueError when it is no mapping or its number is taken. `forgets_number` makes the numbers after an
    explicit one start above the highest, as TinyDB's `insert` does.
    """
    if not isinstance(document, Mapping):
        raise ValueError("Document is not a Mapping")
    explicit = isinstance(document, Document)
    number = document.doc_id if isinstance(document, Document) else take_number(con, table)
    if explicit and documents.is_taken(con, table, number):
        raise ValueError(f"Document with ID {number} already exists")
    if explicit and forgets_number:
        documents.remember_number(con, table, None)
    documents.add(con, table, number, own_key(number), document, storage.clock())
    return number


def take_number(con: sqlite3.Connection, table: str) -> int:
    """The next free number, given out once."""
    number = documents.next_number(con, table)
    documents.remember_number(con, table, number + 1)
    return number


def apply(con: sqlite3.Connection, storage: SqliteStorage, row: Row, body: dict[str, Any], fields: Change) -> int:
    """Change one document by new fields or by a function; written only when it differs. Returns its number."""
    if callable(fields):
        fields(body)
    else:
        body.update(fields)
    if documents.encode(body) != row.body:
        documents.change(con, row, body, storage.clock())
    return row.doc_id
