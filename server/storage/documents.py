"""Writes and reads single documents: JSON, checksum, columns and words, always together."""

import json
import sqlite3
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from server.domain.errors import InvalidInput
from server.storage.filing import file_columns, refile
from server.storage.marks import drop_unused
from server.storage.words import WORDS, has_words, spoken

READ = msgspec.json.Decoder()
FIELDS = "document.id, document.tbl, document.doc_id, document.key, document.revision, document.crc, document.body"


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One stored document as read: `body` is its JSON text, not yet trusted until `is_sound`."""

    id: int
    table: str
    doc_id: int
    key: str
    revision: int
    crc: int
    body: str

    def is_sound(self) -> bool:
        """Whether the row is what was written, by its checksum."""
        return self.crc == checksum(self.table, self.doc_id, self.key, self.revision, self.body)


class Damaged(Exception):
    """A row that is not what was written."""

    def __init__(self, row: Row) -> None:
        super().__init__(row.id)
        self.row = row


def checksum(table: str, doc_id: int, key: str, revision: int, body: str) -> int:
    """CRC-32 over everything in a row that is handed out."""
    named = f"{table}\0{doc_id}\0{key}\0{revision}\0{body}"
    return zlib.crc32(named.encode("utf-8", "surrogatepass"))


def encode(body: Mapping[str, Any]) -> str:
    """The JSON text of a body. Raises TypeError for what JSON cannot hold, InvalidInput for not-a-number."""
    try:
        text = json.dumps(dict(body), ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    except ValueError as error:
        raise InvalidInput("Only finite numbers can be stored.", action="Leave unknown numbers out.") from error
    if text.isascii() or is_whole(text):
        return text
    return json.dumps(dict(body), separators=(",", ":"), allow_nan=False)


def is_whole(text: str) -> bool:
    """Whether a text has no half-cut character that UTF-8 cannot hold."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def as_row(found: tuple[Any, ...]) -> Row:
    """A row from what SQLite gave for `FIELDS`; bytes where text belongs are damage and stay recognisable as such."""
    number, table, doc_id, key, revision, crc, body = found
    return Row(id=number, table=table, doc_id=doc_id, key=key, revision=revision, crc=crc, body=body)


def decode(row: Row) -> dict[str, Any]:
    """The body of a row. Raises Damaged when the checksum does not hold."""
    if not row.is_sound():
        raise Damaged(row)
    return body_of(row.body)


def body_of(text: str) -> dict[str, Any]:
    """A sound body from its JSON: the same as `json.loads` gives in half the time, which reads what msgspec refuses."""
    body: dict[str, Any]
    try:
        body = READ.decode(text)
    except msgspec.MsgspecError:  # half-cut characters, numbers beyond every float
        body = json.loads(text)
    return body


def find(con: sqlite3.Connection, table: str, key: str) -> Row | None:
    """The row of a key, or None."""
    sql = f"SELECT {FIELDS} FROM document WHERE tbl = ? AND key = ?"  # noqa: S608 - a constant
    found = con.execute(sql, (table, key)).fetchone()
    return as_row(found) if found else None


def add(con: sqlite3.Connection, table: str, doc_id: int, key: str, body: Mapping[str, Any], now: float) -> None:
    """Insert a new document at revision 1."""
    text = encode(body)
    crc = checksum(table, doc_id, key, 1, text)
    sql = "INSERT INTO document (tbl, doc_id, key, revision, updated, crc, body) VALUES (?, ?, ?, 1, ?, ?, ?)"
    number = con.execute(sql, (table, doc_id, key, now, crc, text)).lastrowid
    # an INSERT always has one
    assert number is not None  # noqa: S101  # nosec B101
    file_columns(con, number, table, body)
    store_words(con, number, body)


def store_words(con: sqlite3.Connection, number: int, body: Mapping[str, Any]) -> None:
    """Enter the words of a document that has none in the full-text index."""
    if has_words(con) and (said := spoken(body)):
        con.execute(f"INSERT INTO {WORDS} (rowid, said) VALUES (?, ?)", (number, said))  # noqa: S608


def change(con: sqlite3.Connection, row: Row, body: Mapping[str, Any], now: float) -> int:
    """Replace the body of a row; returns the new revision."""
    text, revision = encode(body), row.revision + 1
    crc = checksum(row.table, row.doc_id, row.key, revision, text)
    sql = "UPDATE document SET revision = ?, updated = ?, crc = ?, body = ? WHERE id = ?"
    con.execute(sql, (revision, now, crc, text, row.id))
    refile(con, row.id, row.table, body)
    respeak(con, row, body)
    return revision


def respeak(con: sqlite3.Connection, row: Row, body: Mapping[str, Any]) -> None:
    """Bring the full-text index up to a changed body, when its words changed."""
    if not has_words(con):
        return
    said = spoken(body)
    if row.is_sound() and spoken(json.loads(row.body)) == said:
        return
    con.execute(f"DELETE FROM {WORDS} WHERE rowid = ?", (row.id,))  # noqa: S608
    store_words(con, row.id, body)


def remove(con: sqlite3.Connection, number: int) -> None:
    """Delete a document with its columns, members and words."""
    con.execute("DELETE FROM document WHERE id = ?", (number,))
    if has_words(con):
        con.execute(f"DELETE FROM {WORDS} WHERE rowid = ?", (number,))  # noqa: S608


def next_number(con: sqlite3.Connection, table: str) -> int:
    """The TinyDB number for a new document: never one that this table gave out before, if it still remembers."""
    found = con.execute("SELECT next FROM tally WHERE tbl = ?", (table,)).fetchone()
    if found and found[0] is not None and not is_taken(con, table, found[0]):
        return int(found[0])
    highest = con.execute("SELECT max(doc_id) FROM document WHERE tbl = ?", (table,)).fetchone()[0]
    return (highest or 0) + 1


def is_taken(con: sqlite3.Connection, table: str, doc_id: int) -> bool:
    """Whether a document has this TinyDB number."""
    sql = "SELECT 1 FROM document WHERE tbl = ? AND doc_id = ?"
    return con.execute(sql, (table, doc_id)).fetchone() is not None


def remember_number(con: sqlite3.Connection, table: str, following: int | None) -> None:
    """Note the number that the next new document gets; None means one above the highest. Makes the table known."""
    # `changes` starts anywhere, so that a table that was dropped and made again never repeats a number.
    sql = "INSERT INTO tally VALUES (?, 0, abs(random() / 2), ?) ON CONFLICT (tbl) DO UPDATE SET next = excluded.next"
    con.execute(sql, (table, following))


def forget_deleted_words(con: sqlite3.Connection) -> None:
    """Merge the full-text index, which drops the words of deleted documents, and forget values that nothing has."""
    drop_unused(con)
    if has_words(con):
        con.execute(f"INSERT INTO {WORDS} ({WORDS}) VALUES ('optimize')")  # noqa: S608
