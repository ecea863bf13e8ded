"""Reads tables row by row or one page at a time: filter, search, sort, count."""

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from tinydb.queries import QueryLike

from server.storage.columns import COLUMNS, MISSING, value_at
from server.storage.documents import FIELDS, Damaged, Row, as_row, decode
from server.storage.kept_answers import KeptAnswers
from server.storage.marks import StoredMarks
from server.storage.ordered import FEW, Wanted, cut, walked
from server.storage.overviews import Overviews
from server.storage.pushdown import Pushed, push
from server.storage.words import WORDS, has_words, match_expression, sought, spoken

BATCH = 256
SEEN = Callable[[Row], None]


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """The rows of one page, and how many rows there are on all pages."""

    rows: tuple[dict[str, Any], ...]
    total: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """Which rows: a table, a TinyDB query, words to search for."""

    table: str
    where: QueryLike | None = None
    text: str | None = None

    def unspoken(self, con: sqlite3.Connection) -> Pushed:
        """The SQL of the choice over `lookup`, with the table, without the words."""
        inner = push(self.where, StoredMarks(con))
        return Pushed(sql=f"lookup.tbl = ? AND {inner.sql}", values=(self.table, *inner.values), exact=inner.exact)

    def pushed(self, con: sqlite3.Connection) -> Pushed:
        """The SQL of the choice over `lookup`, with the table and the words."""
        inner = self.unspoken(con)
        sql, values, exact = inner.sql, inner.values, inner.exact
        if self.text and sought(self.text):
            if not has_words(con):
                return Pushed(sql=sql, values=values)
            sql += f" AND lookup.id IN (SELECT rowid FROM {WORDS} WHERE {WORDS} MATCH ?)"  # noqa: S608
            values = (*values, match_expression(self.text))
        return Pushed(sql=sql, values=values, exact=exact)

    def admits(self, body: dict[str, Any], pushed: Pushed) -> bool:
        """Whether a body that the SQL let through is really wanted."""
        if self.where is not None and not self.where(body):
            return False
        return pushed.exact or not self.text or speaks(body, self.text)


def speaks(body: dict[str, Any], text: str) -> bool:
    """The search without an index: each word begins some word of the body."""
    said = [word.casefold() for word in sought(spoken(body))]
    return all(any(word.startswith(wanted.casefold()) for word in said) for wanted in sought(text))


def walk(con: sqlite3.Connection, choice: Choice, after: int, limit: int) -> list[Row]:
    """Up to `limit` rows in insertion order that the SQL lets through, with ids above `after`."""
    pushed = choice.pushed(con)
    sql = (
        f"SELECT {FIELDS} FROM lookup JOIN document USING (id) "  # noqa: S608
        f"WHERE {pushed.sql} AND lookup.id > ? ORDER BY lookup.id LIMIT ?"
    )
    return [as_row(found) for found in con.execute(sql, (*pushed.values, after, limit))]


def matching(con: sqlite3.Connection, choice: Choice, report: SEEN) -> Iterator[tuple[Row, dict[str, Any]]]:
    """Every wanted row of one view, in insertion order; damaged rows are reported and left out."""
    pushed, after = choice.pushed(con), 0
    while rows := walk(con, choice, after, BATCH):
        after = rows[-1].id
        for row in rows:
            body = opened(row, report)
            if body is not None and choice.admits(body, pushed):
                yield row, body


def opened(row: Row, report: SEEN) -> dict[str, Any] | None:
    """The body of a row, or None after reporting that it is damaged."""
    try:
        return decode(row)
    except Damaged:
        report(row)
        return None


def count(con: sqlite3.Connection, choice: Choice, report: SEEN) -> int:
    """How many rows are wanted."""
    if choice.where is None and not choice.text:
        found = con.execute("SELECT rows FROM tally WHERE tbl = ?", (choice.table,)).fetchone()
        return int(found[0]) if found else 0
    pushed = choice.pushed(con)
    if pushed.exact:
        sql = f"SELECT count(*) FROM lookup WHERE {pushed.sql}"  # noqa: S608
        return int(con.execute(sql, pushed.values).fetchone()[0])
    return sum(1 for _ in matching(con, choice, report))


@dataclass(frozen=True, kw_only=True, slots=True)
class Order:
    """How a page is sorted and cut; `sort` is a dotted path in the body or a column, None is insertion order."""

    sort: str | None = None
    descending: bool = False
    offset: int = 0
    limit: int = 50

    def column(self) -> str | None:
        """The column to sort by, `id` without a sort, None when the path has no column."""
        if self.sort is None:
            return "id"
        named = COLUMNS.get(tuple(self.sort.split(".")))
        return named or (self.sort if self.sort in COLUMNS.values() else None)


@dataclass(frozen=True, kw_only=True, slots=True)
class Memory:
    """What is remembered of tables; nothing of it may be used inside a transaction, which may not come to pass."""

    kept: KeptAnswers
    overviews: Overviews


def page(con: sqlite3.Connection, choice: Choice, order: Order, report: SEEN, memory: Memory | None = None) -> Page:
    """One page; rows without the value that is sorted by come last, equal ones in insertion order."""
    pushed, column = choice.unspoken(con), order.column()
    spoken_words = bool(choice.text and sought(choice.text))
    if not pushed.exact or column is None or (spoken_words and not has_words(con)):
        return page_in_python(con, choice, order, report)
    wanted = Wanted(
        table=choice.table,
        sql=pushed.sql,
        values=pushed.values,
        spoken=match_expression(choice.text or "") if spoken_words else None,
        column=column,
        descending=order.descending,
    )
    numbers, total = find(con, choice, wanted, order, memory)
    bodies = [opened(row, report) for row in fetch(con, numbers)]
    missing = sum(body is None for body in bodies)
    return Page(rows=tuple(body for body in bodies if body is not None), total=total - missing)


def find(
    con: sqlite3.Connection, choice: Choice, wanted: Wanted, order: Order, memory: Memory | None
) -> tuple[list[int], int]:
    """The row numbers of a page and how many rows there are in all, from memory as far as it goes."""
    found = memory.overviews.find(con, choice.where, wanted, order.offset, order.limit) if memory else None
    if found is not None and found.numbers is not None:
        return found.numbers, found.total
    if found is not None and found.total > FEW:
        return walked(con, wanted, order.offset, order.limit, found.total), found.total
    return cut(con, wanted, order.offset, order.limit, memory.kept if memory else None)


def fetch(con: sqlite3.Connection, numbers: list[int]) -> list[Row]:
    """The rows with these ids, in this order."""
    sql = f"SELECT {FIELDS} FROM document WHERE id = ?"  # noqa: S608
    found = (con.execute(sql, (number,)).fetchone() for number in numbers)
    return [as_row(row) for row in found if row]


def page_in_python(con: sqlite3.Connection, choice: Choice, order: Order, report: SEEN) -> Page:
    """The same page for queries and paths that SQL cannot answer, by reading every row."""
    found = [(row.id, body) for row, body in matching(con, choice, report)]
    if order.sort is not None:
        ranked = [(rank(sort_value(body, order.sort)), number, body) for number, body in found]
        known = sorted((item for item in ranked if item[0] is not None), key=by_rank, reverse=order.descending)
        unknown = sorted((item for item in ranked if item[0] is None), key=by_number, reverse=order.descending)
        found = [(number, body) for _, number, body in (*known, *unknown)]
    elif order.descending:
        found.reverse()
    rows = tuple(body for _, body in found[order.offset : order.offset + order.limit])
    return Page(rows=rows, total=len(found))


def by_rank(item: Any) -> Any:
    """Sorting by value, then by age."""
    return item[:2]


def by_number(item: Any) -> Any:
    """Sorting by age."""
    return item[1]


def sort_value(body: dict[str, Any], sort: str) -> Any:
    """The value that a dotted path or a column's name reaches in a body."""
    paths = {name: path for path, name in COLUMNS.items()}
    return value_at(body, paths.get(sort, tuple(sort.split("."))))


def rank(value: Any) -> tuple[int, Any] | None:
    """Numbers before words, as SQLite sorts them; None for what has no order."""
    if value is MISSING or value is None:
        return None
    if isinstance(value, int | float):
        return (0, value)
    return (1, value) if isinstance(value, str) else None
