"""What pages filter and sort by, of every row of one table, as arrays in memory: 90 bytes a row.

Rows are in the order of their numbers. Values that an array cannot hold exactly make their column "odd"; what needs an
odd column is asked of the database instead.
"""

import re
import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from server.storage.marks import WORDS

Array: TypeAlias = NDArray[Any]
CODES = ("list_id", "platform", "stage", "tier", "nested")
"""Columns of few different words."""
FIGURES = ("fit", "load", "engagement", "followers")
STAMPS = ("saved_at",)
NAMES = ("id", *CODES, *FIGURES, *STAMPS, *WORDS)
KINDS: Mapping[str, Any] = (
    {"id": np.int64, "alive": np.bool_}
    | dict.fromkeys(CODES, np.int16)
    | dict.fromkeys(FIGURES, np.float64)
    | dict.fromkeys((*STAMPS, *WORDS), np.int64)
)
UNKNOWN = -1
"""The code and the stamp of a value that is not there; an unknown figure is not-a-number."""
MOST_WORDS = 30_000
EXACT = 2**53
STAMP = re.compile(r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)\.(\d{3})Z", re.ASCII)
SELECT = f"SELECT {', '.join(NAMES)} FROM lookup "  # noqa: S608 - constants


class Overview:
    """The arrays of a table at one number of `changes`."""

    def __init__(self, changes: int) -> None:
        self.changes = changes
        self.size = 0
        self.odd: set[str] = set()
        self.answers: dict[Any, Any] = {}
        """What was found at this number of changes, by what was asked."""
        self.words: dict[str, dict[str, int]] = {name: {} for name in CODES}
        self._arrays: dict[str, Array] = {name: np.zeros(1024, kind) for name, kind in KINDS.items()}

    def __getitem__(self, name: str) -> Array:
        """A column's array, a view."""
        return self._arrays[name][: self.size]

    @property
    def alive(self) -> int:
        """How many rows there are."""
        return int(np.count_nonzero(self["alive"]))

    def append(self, rows: list[tuple[Any, ...]]) -> None:
        """Add rows of `NAMES` whose numbers are above all others, in ascending order."""
        self._reserve(self.size + len(rows))
        first, self.size = self.size, self.size + len(rows)
        for name, values in zip(NAMES, zip(*rows, strict=True), strict=True):
            self[name][first:] = self._told(name, values)
        self["alive"][first:] = True

    def put(self, row: tuple[Any, ...]) -> bool:
        """Add or replace one row; False when its place among the others is not kept."""
        if not self.size or row[0] > self["id"][-1]:
            self.append([row])
            return True
        place = self.place(row[0])
        if place is None:
            return False
        for name, value in zip(NAMES, row, strict=True):
            self[name][place] = self._told(name, (value,))[0]
        self["alive"][place] = True
        return True

    def drop(self, number: int) -> None:
        """Take a row away, if it is there."""
        place = self.place(number)
        if place is not None:
            self["alive"][place] = False

    def place(self, number: int) -> int | None:
        """Where a row stands."""
        place = int(np.searchsorted(self["id"], number))
        return place if place < self.size and self["id"][place] == number else None

    def places(self, numbers: Array) -> Array:
        """A mask of the rows with these numbers."""
        if not self.size or not len(numbers):
            return np.zeros(self.size, np.bool_)
        by_number = np.zeros(max(int(self["id"][-1]), int(numbers.max())) + 1, np.bool_)
        by_number[numbers] = True
        found: Array = by_number[self["id"]]
        return found

    def code(self, name: str, word: str) -> int:
        """The code of a word, one that nothing has when no row ever had it."""
        return self.words[name].get(word, MOST_WORDS + 1)

    def _reserve(self, wanted: int) -> None:
        room = len(self._arrays["id"])
        if wanted > room:
            new = max(wanted, room + room // 8)
            for name, array in self._arrays.items():
                self._arrays[name] = np.concatenate([array, np.zeros(new - room, array.dtype)])

    def _told(self, name: str, values: Iterable[Any]) -> list[Any]:
        if name in CODES:
            return [self._code(name, value) for value in values]
        if name in FIGURES:
            return [self._figure(name, value) for value in values]
        return [self._stamp(name, value) for value in values] if name in STAMPS else list(values)

    def _code(self, name: str, value: Any) -> int:
        if value is None:
            return UNKNOWN
        known = self.words[name]
        if not isinstance(value, str) or (value not in known and len(known) >= MOST_WORDS):
            self.odd.add(name)
            return UNKNOWN
        return known.setdefault(value, len(known))

    def _figure(self, name: str, value: Any) -> float:
        if value is None:
            return float("nan")
        if isinstance(value, str | bytes) or abs(value) > EXACT:
            self.odd.add(name)
            return float("nan")
        return float(value)

    def _stamp(self, name: str, value: Any) -> int:
        found = None if value is None else as_stamp(value)
        if found is None and value is not None:
            self.odd.add(name)
        return UNKNOWN if found is None else found


def as_stamp(value: Any) -> int | None:
    """A time to the millisecond as one whole number that sorts as its text does; None for any other text."""
    found = STAMP.fullmatch(value) if isinstance(value, str) else None
    return int("".join(found.groups())) if found else None


def rows_from(con: sqlite3.Connection, table: str, after: int, limit: int) -> list[tuple[Any, ...]]:
    """Up to `limit` rows of `NAMES` with numbers above `after`, in order."""
    # + keeps SQLite from sorting the whole table by an index of `tbl` for each piece
    return con.execute(f"{SELECT} WHERE +tbl = ? AND id > ? ORDER BY id LIMIT ?", (table, after, limit)).fetchall()


def rows_since(con: sqlite3.Connection, table: str, changes: int) -> list[tuple[Any, ...]]:
    """Rows of `NAMES` that were filed after so many changes, in order."""
    sql = f"{SELECT} WHERE tbl = ? AND changed > ? AND changed > 0 ORDER BY id"
    return con.execute(sql, (table, changes)).fetchall()


def gone_since(con: sqlite3.Connection, table: str, changes: int) -> list[int]:
    """Numbers of the rows that were removed after so many changes and have not come back."""
    sql = """SELECT DISTINCT id FROM gone WHERE tbl = ? AND changes > ? AND NOT EXISTS
        (SELECT 1 FROM lookup WHERE lookup.id = gone.id AND lookup.tbl = gone.tbl)"""
    return [number for (number,) in con.execute(sql, (table, changes))]
