"""Files beside a document what it is found by: its columns, the members of its lists, their marks and its traces.

Of a changed document only what differs is written: each part that is touched costs pages of several indexes.
"""

import sqlite3
from collections.abc import Mapping
from typing import Any

from server.storage.columns import COLUMNS, Scalar, column_values, member_values
from server.storage.marks import WORDS, mark_values
from server.storage.traces import trace_values

NAMES = (*COLUMNS.values(), *WORDS)
STORED = f"SELECT tbl, {', '.join(NAMES)} FROM lookup WHERE id = ?"  # noqa: S608 - constants
CHANGES = "(SELECT changes FROM tally WHERE tbl = ?)"
"""How often the table was changed, this change included."""
LOOKUP = (
    f"INSERT OR REPLACE INTO lookup (id, tbl, {', '.join(NAMES)}, changed) "  # noqa: S608
    f"VALUES (?, ?{', ?' * len(NAMES)}, ifnull({CHANGES}, 0))"
)
MEMBER = "INSERT OR IGNORE INTO member VALUES (?, ?, ?)"
Filed = set[tuple[str, Scalar]]


def file_columns(con: sqlite3.Connection, number: int, table: str, body: Mapping[str, Any]) -> None:
    """File a document of which nothing is filed yet."""
    members = dict.fromkeys(member_values(body))
    con.execute(LOOKUP, (number, table, *column_values(body), *mark_values(con, members), table))
    con.executemany(MEMBER, ((*each, number) for each in (*members, *trace_values(table, body))))


def refile(con: sqlite3.Connection, number: int, table: str, body: Mapping[str, Any]) -> None:
    """Bring what is filed up to a changed document; all of it anew where it is missing or damaged."""
    stored, filed = con.execute(STORED, (number,)).fetchone(), members_of(con, number)
    if stored is None or stored[0] != table or not all(is_whole(value) for _, value in filed):
        con.execute("DELETE FROM member WHERE id = ?", (number,))
        file_columns(con, number, table, body)
        return
    members = dict.fromkeys(member_values(body))
    refile_columns(con, number, stored, (table, *column_values(body), *mark_values(con, members)))
    wanted = members.keys() | trace_values(table, body)
    gone, new = filed - wanted, wanted - filed
    con.executemany("DELETE FROM member WHERE path = ? AND value = ? AND id = ?", ((*each, number) for each in gone))
    con.executemany(MEMBER, ((*each, number) for each in new))


def is_whole(value: Scalar) -> bool:
    """Whether a filed value is text or number as it was written; broken bytes came back as half characters."""
    return not isinstance(value, str) or not any("\ud800" <= letter <= "\udfff" for letter in value)


def members_of(con: sqlite3.Connection, number: int) -> Filed:
    """What is filed of a document's lists, and its traces."""
    return set(con.execute("SELECT path, value FROM member WHERE id = ?", (number,)))


def refile_columns(con: sqlite3.Connection, number: int, before: tuple[Any, ...], after: tuple[Any, ...]) -> None:
    """Write the columns that differ; both begin with the table's name."""
    changed = [(name, new) for name, old, new in zip(NAMES, before[1:], after[1:], strict=True) if is_other(old, new)]
    if changed:
        names = "".join(f"{name} = ?, " for name, _ in changed)
        sql = f"UPDATE lookup SET {names}changed = {CHANGES} WHERE id = ?"  # noqa: S608
        con.execute(sql, (*(new for _, new in changed), after[0], number))


def is_other(old: Any, new: Any) -> bool:
    """Whether a column must be written; a damaged one always, as its text is not what any body holds."""
    return type(old) is not type(new) or old != new
