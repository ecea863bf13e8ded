"""Bits for the values that lists in the bodies hold (tags, niches …), four numbers beside a candidate's columns.

A value has a bit from its first document on or never, so a set bit means that the document has it, an unset bit that it
has not. Values that come when all bits are given away are found by the `member` table alone.
"""

import sqlite3
from collections.abc import Iterable
from typing import Protocol

from server.storage.columns import Scalar

WIDTH = 62
WORDS = ("m0", "m1", "m2", "m3")
MOST = WIDTH * len(WORDS)

FREE = """
SELECT min(n) FROM (SELECT 0 AS n UNION ALL SELECT n + 1 FROM mark)
WHERE n NOT IN (SELECT n FROM mark) AND n < ?
"""


class Marks(Protocol):
    """The bits of values."""

    def get(self, pair: tuple[str, Scalar], /) -> int | None:
        """The bit of a (list's name, value), None when it has none."""


class StoredMarks:
    """Bits looked up one by one, for a query that names few values or none."""

    def __init__(self, con: sqlite3.Connection) -> None:
        self._con = con

    def get(self, pair: tuple[str, Scalar], /) -> int | None:
        """The bit of a (list's name, value), None when it has none."""
        found = self._con.execute("SELECT n FROM mark WHERE path = ? AND value = ?", pair).fetchone()
        return int(found[0]) if found else None


def mark_values(con: sqlite3.Connection, members: Iterable[tuple[str, Scalar]]) -> list[int]:
    """The four numbers of a document with these members, which are not filed yet; new values get the next bits."""
    found = [0] * len(WORDS)
    for name, value in members:
        number = number_of(con, name, value)
        if number is not None:
            found[number // WIDTH] |= 1 << number % WIDTH
    return found


def number_of(con: sqlite3.Connection, name: str, value: Scalar) -> int | None:
    """The bit of a value, given to it when nothing has the value yet; None when it has to do without."""
    known = StoredMarks(con).get((name, value))
    if known is not None:
        return known
    if con.execute("SELECT 1 FROM member WHERE path = ? AND value = ? LIMIT 1", (name, value)).fetchone():
        return None
    free = con.execute(FREE, (MOST,)).fetchone()[0]
    if free is not None:
        con.execute("INSERT INTO mark VALUES (?, ?, ?)", (free, name, value))
    return None if free is None else int(free)


def drop_unused(con: sqlite3.Connection) -> None:
    """Forget values that no document has any more; their bits are set nowhere and are given out again."""
    con.execute(
        "DELETE FROM mark WHERE NOT EXISTS (SELECT 1 FROM member WHERE member.path = mark.path"
        " AND member.value = mark.value)"
    )


def has_any(marks: Marks, name: str, items: tuple[Scalar, ...]) -> tuple[str, tuple[Scalar, ...]]:
    """SQL over `lookup` for rows with at least one of these values, and its parameters."""
    bits, others = [0] * len(WORDS), []
    for item in items:
        number = marks.get((name, item))
        if number is None:
            others.append(item)
        else:
            bits[number // WIDTH] |= 1 << number % WIDTH
    tests: list[tuple[str, tuple[Scalar, ...]]] = []
    tests += ((f"lookup.{word} & ? <> 0", (bit,)) for word, bit in zip(WORDS, bits, strict=True) if bit)
    if others or not tests:
        asked = ", ".join("?" * len(others))
        sql = f"lookup.id IN (SELECT id FROM member WHERE path = ? AND value IN ({asked}))"  # noqa: S608
        tests.append((sql, (name, *others)))
    return f"({' OR '.join(sql for sql, _ in tests)})", tuple(value for _, values in tests for value in values)
