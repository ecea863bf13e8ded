"""Finds the row numbers of one page and how many rows there are in all, walking as few rows as it can.

Few rows are sorted whole. Many rows are counted (once for each state of the table) and then walked in the order of an
index, from the nearer end, up to the end of the page.
"""

from __future__ import annotations

import json
import sqlite3
from array import array
from dataclasses import dataclass
from typing import Any

from server.storage.kept_answers import Answer, KeptAnswers, Numbers
from server.storage.words import WORDS

FEW = 2000
SMALLEST_CHUNK = 256


@dataclass(frozen=True, kw_only=True, slots=True)
class Wanted:
    """Exact SQL over `lookup` with its values, an expression for the full-text index or None, and the order."""

    table: str
    sql: str
    values: tuple[Any, ...]
    spoken: str | None
    column: str
    descending: bool

    def source(self) -> str:
        """FROM and WHERE; the words come first, because they find fewer."""
        if self.spoken is None:
            return f"lookup WHERE {self.sql}"
        return f"{WORDS} CROSS JOIN lookup ON lookup.id = {WORDS}.rowid WHERE {WORDS} MATCH ? AND {self.sql}"

    def parameters(self) -> tuple[Any, ...]:
        """The values of `source`."""
        return self.values if self.spoken is None else (self.spoken, *self.values)

    def ties(self, *, backwards: bool = False) -> str:
        """ORDER BY: rows without the value come last, equal ones by age; or all of it from the other end."""
        turn = "ASC" if self.descending == backwards else "DESC"
        if self.column == "id":
            return f"lookup.id {turn}"
        unknown = "" if self.descending else f" NULLS {'FIRST' if backwards else 'LAST'}"
        return f"lookup.{self.column} {turn}{unknown}, lookup.id {turn}"


def cut(
    con: sqlite3.Connection, wanted: Wanted, offset: int, limit: int, kept: KeptAnswers | None
) -> tuple[list[int], int]:
    """The row numbers of a page in order, and how many rows are wanted in all."""
    answer = answered(con, wanted, kept or KeptAnswers(), changes_of(con, wanted.table) if kept else None)
    if isinstance(answer, array):
        return list(answer[offset : offset + limit]), len(answer)
    return walked(con, wanted, offset, limit, answer), answer


def walked(con: sqlite3.Connection, wanted: Wanted, offset: int, limit: int, total: int) -> list[int]:
    """The row numbers of a page of many rows, in order."""
    if offset >= total:
        return []
    if wanted.spoken is not None:
        return spoken_walk(con, wanted, offset, limit, total)
    return walk(con, wanted, offset, limit, total)


def answered(con: sqlite3.Connection, wanted: Wanted, kept: KeptAnswers, changes: int | None) -> Answer:
    """All row numbers in order when they are few, how many they are otherwise."""
    asked = (wanted.sql, wanted.parameters())
    ordered = (*asked, wanted.ties())
    answer = kept.get(ordered, changes)
    answer = kept.get(asked, changes) if answer is None else answer
    if answer is None:
        found = few(con, wanted)
        if len(found) <= FEW:
            kept.keep(ordered, changes, found)
            return found
        answer = number(con, wanted)
        kept.keep(asked, changes, answer)
    return answer


def changes_of(con: sqlite3.Connection, table: str) -> int | None:
    """How often a table was changed, as this connection sees it; None for a table that does not exist."""
    found = con.execute("SELECT changes FROM tally WHERE tbl = ?", (table,)).fetchone()
    return int(found[0]) if found else None


def few(con: sqlite3.Connection, wanted: Wanted) -> Numbers:
    """All row numbers in order, when they are at most `FEW`; otherwise one more than that."""
    ranked = "" if wanted.column == "id" else f", lookup.{wanted.column}"
    inner = f"SELECT lookup.id{ranked} FROM {wanted.source()} LIMIT {FEW + 1}"  # noqa: S608
    sql = f"SELECT lookup.id FROM ({inner}) AS lookup ORDER BY {wanted.ties()}"  # noqa: S608
    return array("q", (found[0] for found in con.execute(sql, wanted.parameters())))


def number(con: sqlite3.Connection, wanted: Wanted) -> int:
    """How many rows are wanted."""
    sql = f"SELECT count(*) FROM {wanted.source()}"  # noqa: S608
    return int(con.execute(sql, wanted.parameters()).fetchone()[0])


def walk(con: sqlite3.Connection, wanted: Wanted, offset: int, limit: int, total: int) -> list[int]:
    """A page of many rows, from the nearer end."""
    backwards = offset > total // 2
    limit = min(limit, total - offset)
    skipped = total - offset - limit if backwards else offset
    found = in_order(con, wanted, skipped, limit, backwards=backwards)
    return found[::-1] if backwards else found


def in_order(con: sqlite3.Connection, wanted: Wanted, offset: int, limit: int, *, backwards: bool = False) -> list[int]:
    """Row numbers in the order of the page, whatever their words."""
    ties = wanted.ties(backwards=backwards)
    sql = f"SELECT lookup.id FROM lookup WHERE {wanted.sql} ORDER BY {ties} LIMIT ? OFFSET ?"  # noqa: S608
    return [found[0] for found in con.execute(sql, (*wanted.values, limit, offset))]


def spoken_walk(con: sqlite3.Connection, wanted: Wanted, offset: int, limit: int, total: int) -> list[int]:
    """A page of many rows with words: pieces of the order, each asked for the words at once."""
    found: list[int] = []
    share = max(1, rows_of(con, wanted.table) // total)
    size, start = max(SMALLEST_CHUNK, 2 * share * (offset + limit)), 0
    while len(found) < offset + limit:
        piece = in_order(con, wanted, start, size)
        said = speaking(con, wanted, piece)
        found += [number for number in piece if number in said]
        if len(piece) < size:
            break
        start, size = start + size, size * 2
    return found[offset : offset + limit]


def rows_of(con: sqlite3.Connection, table: str) -> int:
    """How many rows a table has."""
    found = con.execute("SELECT rows FROM tally WHERE tbl = ?", (table,)).fetchone()
    return int(found[0]) if found else 0


def speaking(con: sqlite3.Connection, wanted: Wanted, numbers: list[int]) -> set[int]:
    """Those of the rows that have the words; one pass over the words, which come in the order of their rows."""
    sql = f"SELECT rowid FROM {WORDS} WHERE {WORDS} MATCH ? AND +rowid IN (SELECT value FROM json_each(?))"  # noqa: S608
    return {found[0] for found in con.execute(sql, (wanted.spoken, json.dumps(numbers)))}
