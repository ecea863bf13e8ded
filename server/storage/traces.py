"""Files what candidates' links and bios point at, so that who points at an account or address is one look-up.

They are kept as members of a list that no body holds ("traces"), but never get a bit of marks.py.
"""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any

from server.services.account_traces import traces_of

TABLE = "candidates"
PATH = "traces"
FUNCTION = "seedlist_traces"
POINTING = """
SELECT DISTINCT lookup.platform, lookup.handle FROM member CROSS JOIN lookup ON lookup.id = member.id
WHERE member.path = ? AND member.value = ? AND lookup.tbl = ? AND lookup.handle IS NOT NULL LIMIT ?
"""
"""The members first: they are few, and SQLite would rather walk all handles."""


def filed_as(profile: Any) -> Iterable[str]:
    """The values of a profile's traces, and the hosts of its addresses."""
    traces = traces_of(profile) if isinstance(profile, Mapping) else ()
    return dict.fromkeys(value for trace in traces for value in trace.found_under)


def trace_values(table: str, body: Mapping[str, Any]) -> set[tuple[str, str]]:
    """The traces of a candidate as (name, value) of a member; none of other documents."""
    return {(PATH, value) for value in filed_as(body.get("profile"))} if table == TABLE else set()


def pointing(con: sqlite3.Connection, trace: str, limit: int) -> tuple[tuple[str, str], ...]:
    """Accounts of candidates that have a trace."""
    return tuple(con.execute(POINTING, (PATH, trace, TABLE, limit)))


def teach(con: sqlite3.Connection) -> None:
    """Let a migration ask for the traces of a stored body, as a JSON list; of a damaged body it gets none."""
    con.create_function(FUNCTION, 1, stored_traces, deterministic=True)


def stored_traces(body: bytes) -> str:
    """The traces of the JSON of a candidate."""
    try:
        profile = json.loads(body)["profile"]
    except (ValueError, TypeError, KeyError, RecursionError):
        return "[]"
    return json.dumps(list(filed_as(profile)))
