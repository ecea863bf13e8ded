"""Turns a TinyDB query into SQL as far as SQL gives the same answer; the rest stays with Python."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tinydb.queries import QueryInstance, QueryLike

from server.storage.columns import COLUMNS, LARGEST, MEMBERS, member_name
from server.storage.documents import is_whole
from server.storage.marks import Marks, has_any

SEEKS = ("list_id", "handle", "candidate")
"""Columns whose index finds few rows or one list."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Pushed:
    """SQL over `lookup` that keeps every matching row; `exact` when it keeps no other."""

    sql: str = "1"
    values: tuple[Any, ...] = ()
    exact: bool = False


EVERYTHING = Pushed()
ALL_ROWS = Pushed(exact=True)


def push(query: QueryLike | None, marks: Marks) -> Pushed:
    """The SQL of a query; None means every row. Queries without a stable hash are left to Python."""
    if query is None:
        return ALL_ROWS
    if not isinstance(query, QueryInstance) or not query.is_cacheable():
        return EVERYTHING
    return push_hash(query._hash, marks)


def push_hash(said: Any, marks: Marks) -> Pushed:
    """The SQL of TinyDB's own description of a query (operator, path, right side)."""
    if said == ():
        return ALL_ROWS
    rule = RULES.get(said[0])
    return rule(said, marks) if rule else EVERYTHING


def push_and(said: Any, marks: Marks) -> Pushed:
    """Both sides; a side that stays with Python lets every row through."""
    parts = [push_hash(part, marks) for part in said[1]]
    return Pushed(
        sql=f"({' AND '.join(part.sql for part in parts)})",
        values=tuple(value for part in parts for value in part.values),
        exact=all(part.exact for part in parts),
    )


def push_or(said: Any, marks: Marks) -> Pushed:
    """Either side."""
    parts = [push_hash(part, marks) for part in said[1]]
    return Pushed(
        sql=f"({' OR '.join(part.sql for part in parts)})",
        values=tuple(value for part in parts for value in part.values),
        exact=all(part.exact for part in parts),
    )


def push_not(said: Any, marks: Marks) -> Pushed:
    """The opposite, only of what SQL answers exactly."""
    inner = push_hash(said[1], marks)
    return Pushed(sql=f"({inner.sql} IS NOT 1)", values=inner.values, exact=True) if inner.exact else EVERYTHING


def push_comparison(said: Any, _: Marks) -> Pushed:
    """A column against a value of its own kind."""
    operator, path, right = said
    column = COLUMNS.get(path)
    if column is None or not is_comparable(right):
        return EVERYTHING
    if operator == "!=":
        return Pushed(sql=f"(lookup.{column} IS NOT ?)", values=(right,))
    kind = "= 'text'" if isinstance(right, str) else "<> 'text'"
    guard = "" if operator == "==" else f" AND typeof(lookup.{column}) {kind}"
    sign = "=" if operator == "==" else operator
    return Pushed(sql=f"({reached(column)} {sign} ?{guard})", values=(right,), exact=True)


def push_one_of(said: Any, _: Marks) -> Pushed:
    """A column among several values."""
    path, items = said[1:]
    column = COLUMNS.get(path)
    if column is None or not isinstance(items, tuple) or not all(is_comparable(item) for item in items):
        return EVERYTHING
    return Pushed(sql=f"({reached(column)} IN ({', '.join('?' * len(items))}))", values=items, exact=True)


def reached(column: str) -> str:
    """A column in SQL; + leaves the choice of the index to the sorting, which stops after one page."""
    return f"lookup.{column}" if column in SEEKS else f"+lookup.{column}"


def push_any(said: Any, marks: Marks) -> Pushed:
    """A list in the body with a member that is one of these, or whose inner path is."""
    path, wanted = said[1:]
    inner, items = members_wanted(wanted)
    if (path, inner) not in MEMBERS or not all(is_comparable(item) for item in items):
        return EVERYTHING
    sql, values = has_any(marks, member_name(path, inner), items)
    return Pushed(sql=sql, values=values, exact=True)


def members_wanted(wanted: Any) -> tuple[Any, tuple[Any, ...]]:
    """The path inside each member and the values looked for; a path that fits nothing when it cannot be told."""
    if isinstance(wanted, tuple):
        return (), wanted
    said = wanted._hash if isinstance(wanted, QueryInstance) and wanted.is_cacheable() else None
    if said and said[0] == "==":
        return said[1], (said[2],)
    if said and said[0] == "one_of" and isinstance(said[2], tuple):
        return said[1], said[2]
    return None, ()


def is_comparable(value: Any) -> bool:
    """Whether SQLite compares this value as Python does."""
    if isinstance(value, str):
        return is_whole(value)
    if isinstance(value, float):
        return value == value
    return isinstance(value, int) and abs(value) <= LARGEST


RULES: dict[Any, Callable[[Any, Marks], Pushed]] = {
    "and": push_and,
    "or": push_or,
    "not": push_not,
    "==": push_comparison,
    "!=": push_comparison,
    "<": push_comparison,
    "<=": push_comparison,
    ">": push_comparison,
    ">=": push_comparison,
    "one_of": push_one_of,
    "any": push_any,
}
