"""Answers a TinyDB query and a search from the arrays of an overview, as the database would."""

import sqlite3
from collections.abc import Callable, Iterable
from functools import reduce
from typing import Any

import numpy as np

from server.storage.columns import COLUMNS, MEMBERS, member_name
from server.storage.marks import WIDTH, StoredMarks
from server.storage.marks import WORDS as MARK_WORDS
from server.storage.overview import CODES, EXACT, FIGURES, STAMPS, Array, Overview, as_stamp
from server.storage.pushdown import is_comparable, members_wanted
from server.storage.words import WORDS

COMPARED: dict[str, Callable[[Any, Any], Any]] = {
    "==": np.equal,
    "<": np.less,
    "<=": np.less_equal,
    ">": np.greater,
    ">=": np.greater_equal,
}


class NotHere(Exception):
    """The arrays cannot tell; the database has to be asked."""


class Masks:
    """Masks over the rows of an overview; `con` sees the table at the same number of changes."""

    def __init__(self, overview: Overview, con: sqlite3.Connection) -> None:
        self._rows = overview
        self._con = con
        self._marks = StoredMarks(con)

    def of(self, said: Any) -> Array:
        """The rows of a query's own description, dead ones too; raises NotHere."""
        if said == ():
            return np.ones(self._rows.size, np.bool_)
        operator = said[0]
        if operator in ("and", "or"):
            return reduce(np.logical_and if operator == "and" else np.logical_or, [self.of(each) for each in said[1]])
        if operator == "not":
            return np.logical_not(self.of(said[1]))
        if operator in COMPARED:
            return self._compared(*said)
        if operator == "one_of" and isinstance(said[2], tuple):
            return self._union([self._compared("==", said[1], item) for item in said[2]])
        if operator == "any":
            return self._any(*said[1:])
        raise NotHere

    def speaking(self, expression: str) -> Array:
        """The rows that have the words."""
        sql = f"SELECT group_concat(rowid) FROM {WORDS} WHERE {WORDS} MATCH ?"  # noqa: S608
        found = self._con.execute(sql, (expression,)).fetchone()[0] or ""
        return self._rows.places(np.fromstring(found, dtype=np.int64, sep=",") if found else np.empty(0, np.int64))

    def times(self, mask: Array, name: str, values: Iterable[Any]) -> dict[Any, int]:
        """How many rows of the mask hold each value of the list with this name."""
        bits = {word: self._rows[word][mask] for word in MARK_WORDS}
        found = {}
        for value in values:
            number = self._marks.get((name, value))
            if number is None:
                found[value] = int(np.count_nonzero(self._having(name, value) & mask))
            else:
                word = bits[MARK_WORDS[number // WIDTH]]
                found[value] = int(np.count_nonzero(word & np.int64(1 << number % WIDTH)))
        return found

    def _union(self, masks: list[Array]) -> Array:
        return reduce(np.logical_or, masks, np.zeros(self._rows.size, np.bool_))

    def _compared(self, operator: str, path: Any, right: Any) -> Array:
        name = COLUMNS.get(path)
        if name is None or name in self._rows.odd or not is_comparable(right):
            raise NotHere
        array = self._rows[name] if name in (*CODES, *FIGURES, *STAMPS) else None
        if array is None:
            raise NotHere
        with np.errstate(invalid="ignore"):
            found: Array = COMPARED[operator](array, self._as_held(operator, name, right))
        return found & (array >= 0) if name in STAMPS else found

    def _as_held(self, operator: str, name: str, right: Any) -> Any:
        """The right side as the column holds it; NotHere for what it does not hold, such as a word among numbers."""
        if name in CODES and operator == "==" and isinstance(right, str):
            return self._rows.code(name, right)
        if name in FIGURES and not isinstance(right, str) and abs(right) <= EXACT:
            return float(right)
        found = as_stamp(right) if name in STAMPS else None
        if found is None:
            raise NotHere
        return found

    def _any(self, path: Any, wanted: Any) -> Array:
        inner, items = members_wanted(wanted)
        if (path, inner) not in MEMBERS or not all(is_comparable(item) for item in items):
            raise NotHere
        return self._union([self._having(member_name(path, inner), item) for item in items])

    def _having(self, name: str, item: Any) -> Array:
        """By the value's bit; a value without one is looked up, as only few rows can have it."""
        number = self._marks.get((name, item))
        if number is not None:
            bits = self._rows[MARK_WORDS[number // WIDTH]]
            having: Array = np.bitwise_and(bits, np.int64(1 << number % WIDTH)) != 0
            return having
        found = self._con.execute("SELECT id FROM member WHERE path = ? AND value = ?", (name, item))
        return self._rows.places(np.fromiter((row[0] for row in found), np.int64))
