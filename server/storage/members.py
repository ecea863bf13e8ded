"""What stands in the lists of bodies (tags, places …) of one seed list, most frequent first."""

import sqlite3

from server.storage.columns import Path, member_name

Member = tuple[Path, Path]

FREQUENT = """
SELECT member.value, count(*) AS times FROM member JOIN lookup USING (id)
WHERE member.path = ? AND lookup.tbl = ? AND lookup.list_id = ?
GROUP BY member.value ORDER BY times DESC, member.value LIMIT ?
"""


def frequent(
    con: sqlite3.Connection, table: str, list_id: str, member: Member, limit: int
) -> tuple[tuple[str, int], ...]:
    """Up to `limit` (value, how many rows hold it), for a path of `columns.MEMBERS`."""
    asked = (member_name(*member), table, list_id, limit)
    return tuple((str(value), int(times)) for value, times in con.execute(FREQUENT, asked))
