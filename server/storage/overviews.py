"""Keeps an overview of each large table up to date and answers pages from it; until it is there, the database does."""

import sqlite3
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np
from tinydb.queries import QueryInstance, QueryLike

from server.domain.errors import SeedlistError
from server.storage.columns import Scalar
from server.storage.ordered import Wanted, changes_of, rows_of
from server.storage.overview import Array, Overview, gone_since, rows_from, rows_since
from server.storage.overview_masks import Masks, NotHere
from server.storage.overview_order import cut_out, is_sortable
from server.storage.pool import Pool

LEAST_ROWS = 2_000
"""Smaller tables are asked in the database."""
MOST_BEHIND = 5_000
"""After more changes than this the overview is made anew."""
PIECE = 20_000
PAUSE = 0.3
"""Seconds before one is made, so that the page that asked is answered first."""
MOST_ANSWERS = 500
Answer = TypeVar("Answer")


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """How many rows a choice has, and the row numbers of the page; None when only the database knows the order."""

    total: int
    numbers: list[int] | None


class Overviews:
    """Overviews by table. Made in a thread of their own when a large table is first asked; safe for many threads."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool
        self._lock = threading.Lock()
        self._kept: dict[str, Overview] = {}
        self._makers: dict[str, threading.Thread] = {}

    def find(
        self, con: sqlite3.Connection, where: QueryLike | None, wanted: Wanted, offset: int, limit: int
    ) -> Found | None:
        """The answer as `con` sees the table; None when the database has to be asked. `where` is the exact query."""
        if rows_of(con, wanted.table) < LEAST_ROWS:
            return None
        with self._lock:
            overview = self._current(con, wanted.table)
            if overview is None:
                return None
            asked = (wanted.sql, wanted.parameters(), wanted.ties(), offset, limit)
            return remembered(overview, asked, lambda: found(overview, con, where, wanted, offset, limit))

    def times(
        self, con: sqlite3.Connection, table: str, list_id: str, name: str, values: Iterable[Scalar]
    ) -> dict[Scalar, int] | None:
        """How many rows of a seed list hold each of a list's values; None when the database has to be asked."""
        if rows_of(con, table) < LEAST_ROWS:
            return None
        with self._lock:
            overview = self._current(con, table)
            if overview is None or "list_id" in overview.odd:
                return None
            return remembered(overview, (list_id, name), lambda: counted(overview, con, list_id, name, values))

    def wait(self) -> None:
        """Until nothing is being made."""
        for maker in list(self._makers.values()):
            maker.join()

    def _current(self, con: sqlite3.Connection, table: str) -> Overview | None:
        """The overview brought to what `con` sees, None while it is made."""
        changes, overview = changes_of(con, table) or 0, self._kept.get(table)
        if overview is None or not 0 <= changes - overview.changes <= MOST_BEHIND:
            if overview is None or changes > overview.changes or changes + MOST_BEHIND < overview.changes:
                self._make(table)
            return None
        if changes != overview.changes and not catch_up(overview, con, table, changes):
            del self._kept[table]
            self._make(table)
            return None
        return overview

    def _make(self, table: str) -> None:
        if table not in self._makers:
            self._makers[table] = threading.Thread(
                target=self._made, args=(table,), name="seedlist-overview", daemon=True
            )
            self._makers[table].start()

    def _made(self, table: str) -> None:
        time.sleep(PAUSE)
        try:
            with self._pool.reading() as con:
                made = overview_of(con, table)
            with self._lock:
                self._kept[table] = made
        except SeedlistError:
            pass  # asked again with the next page
        finally:
            self._makers.pop(table, None)


def remembered(overview: Overview, asked: Any, work: Callable[[], Answer]) -> Answer:
    """The answer given at this number of changes before, else a new one."""
    if asked not in overview.answers:
        if len(overview.answers) >= MOST_ANSWERS:
            overview.answers.clear()
        overview.answers[asked] = work()
    answer: Answer = overview.answers[asked]
    return answer


def found(
    overview: Overview, con: sqlite3.Connection, where: QueryLike | None, wanted: Wanted, offset: int, limit: int
) -> Found | None:
    """One page by the arrays; None when they cannot tell."""
    try:
        mask = chosen(overview, con, where, wanted)
    except NotHere:
        return None
    numbers = None
    if is_sortable(overview, wanted.column):
        numbers = cut_out(overview, mask, wanted.column, offset, limit, descending=wanted.descending)
    return Found(total=int(np.count_nonzero(mask)), numbers=numbers)


def counted(
    overview: Overview, con: sqlite3.Connection, list_id: str, name: str, values: Iterable[Scalar]
) -> dict[Scalar, int]:
    """How many rows of a seed list hold each value, without those that none holds."""
    of_list = overview["alive"] & (overview["list_id"] == overview.code("list_id", list_id))
    found = Masks(overview, con).times(of_list, name, values)
    return {value: times for value, times in found.items() if times}


def overview_of(con: sqlite3.Connection, table: str) -> Overview:
    """A table's overview, made anew."""
    made, last = Overview(changes_of(con, table) or 0), 0
    while rows := rows_from(con, table, last, PIECE):
        made.append(rows)
        last = rows[-1][0]
    return made


def catch_up(overview: Overview, con: sqlite3.Connection, table: str, changes: int) -> bool:
    """Bring an overview up to so many changes; False when that cannot be done row by row."""
    for number in gone_since(con, table, overview.changes):
        overview.drop(number)
    overview.answers.clear()
    is_whole = all(overview.put(row) for row in rows_since(con, table, overview.changes))
    overview.changes = changes
    return is_whole and overview.alive == rows_of(con, table)


def chosen(overview: Overview, con: sqlite3.Connection, where: QueryLike | None, wanted: Wanted) -> Array:
    """The mask of what is wanted; raises NotHere."""
    masks = Masks(overview, con)
    mask = overview["alive"].copy()
    if where is not None:
        if not isinstance(where, QueryInstance) or not where.is_cacheable():
            raise NotHere
        mask &= masks.of(where._hash)
    if wanted.spoken is not None:
        mask &= masks.speaking(wanted.spoken)
    return mask
