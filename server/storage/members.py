"""What stands in the lists of bodies (tags, places …) of one seed list, most frequent first."""

import sqlite3

from server.storage.columns import Path, Scalar, member_name
from server.storage.overviews import Overviews

Member = tuple[Path, Path]

FREQUENT = """
SELECT member.value, count(*) AS times FROM member JOIN lookup USING (id)
WHERE member.path = ? AND lookup.tbl = ? AND lookup.list_id = ?
GROUP BY member.value ORDER BY times DESC, member.value LIMIT ?
"""


VALUES = """
WITH RECURSIVE every (value) AS (
    SELECT min(value) FROM member WHERE path = ?1 UNION ALL
    SELECT (SELECT min(value) FROM member WHERE path = ?1 AND value > every.value) FROM every WHERE every.value NOT NULL
)
SELECT value FROM every WHERE value NOT NULL LIMIT ?2
"""
"""Each value of a list once, a step in the index for each."""
MOST_VALUES = 1_000
"""With more different values than this the rows are counted in the database."""
Times = tuple[tuple[str, int], ...]


def frequent(
    con: sqlite3.Connection, table: str, list_id: str, member: Member, limit: int, memory: Overviews | None = None
) -> Times:
    """Up to `limit` (value, how many rows hold it), for a path of `columns.MEMBERS`."""
    name = member_name(*member)
    counted = remembered(con, table, list_id, name, memory) if memory else None
    if counted is None:
        found = con.execute(FREQUENT, (name, table, list_id, limit))
        return tuple((str(value), int(times)) for value, times in found)
    return tuple((str(value), times) for value, times in sorted(counted.items(), key=by_times)[:limit])


def remembered(
    con: sqlite3.Connection, table: str, list_id: str, name: str, memory: Overviews
) -> dict[Scalar, int] | None:
    """How many rows hold each value, from the overview of the table; None when the database has to be asked."""
    values = [value for (value,) in con.execute(VALUES, (name, MOST_VALUES + 1))]
    if len(values) > MOST_VALUES:
        return None
    return memory.times(con, table, list_id, name, values)


def by_times(item: tuple[Scalar, int]) -> tuple[int, bool, Scalar]:
    """Most frequent first, then numbers before words, as the database sorts them."""
    value, times = item
    return -times, isinstance(value, str), value
