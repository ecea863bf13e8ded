"""Keeps small tables (settings, brands, lists …) in memory, each for as long as no thread or program has changed it."""

import sqlite3
import threading
from collections.abc import Callable, Mapping

from server.storage.connection import translated
from server.storage.documents import FIELDS, Row, as_row
from server.storage.page import opened
from server.storage.pool import Pool

SMALL = frozenset({"settings", "brands", "lists", "pairings", "sessions", "own_terms", "joins", "kept_apart"})
"""Tables that nearly every request reads; a table that is left out is read anew each time."""
MOST_ROWS = 200
LONGEST = 200_000
"""With more rows or letters they are read anew each time, too."""
Texts = Mapping[str, str]
"""The JSON of every sound document by its key, in insertion order. Text, so that no two callers share a body."""


class SmallTables:
    """Tables by name. `PRAGMA data_version` of a connection that only watches tells when anything was committed."""

    def __init__(self, pool: Pool, watch: sqlite3.Connection | None, report: Callable[[Row], None]) -> None:
        """Without a connection to watch (a database in memory) nothing is kept."""
        self._pool = pool
        self._report = report
        self._watch = watch
        self._lock = threading.Lock()
        self._version: int | None = None
        self._changes: dict[str, int] = {}
        self._kept: dict[str, tuple[int | None, Texts | None]] = {}

    def table(self, name: str) -> Texts | None:
        """The documents of a table as they are committed now; None for a large table and inside a transaction."""
        if name not in SMALL or self._watch is None or self._pool.is_writing():
            return None
        with translated(), self._lock:
            changes = self._current(self._watch).get(name)
            kept = self._kept.get(name)
        if kept is not None and kept[0] == changes:
            return kept[1]
        return self._read(name)

    def close(self) -> None:
        """Close the watching connection."""
        with self._lock:
            if self._watch is not None:
                self._watch.close()
            self._watch = None

    def _current(self, watch: sqlite3.Connection) -> dict[str, int]:
        """How often each table was changed, read again only after a commit of anybody."""
        ((version,),) = watch.execute("PRAGMA data_version").fetchall()
        if version != self._version:
            self._changes = dict(watch.execute("SELECT tbl, changes FROM tally"))
            self._version = version
        return self._changes

    def _read(self, name: str) -> Texts | None:
        """The table of one moment, kept with the number of changes of that moment."""
        with self._pool.reading() as con:
            changes = con.execute("SELECT changes FROM tally WHERE tbl = ?", (name,)).fetchone()
            sql = f"SELECT {FIELDS} FROM document WHERE tbl = ? ORDER BY id LIMIT ?"  # noqa: S608
            rows = [as_row(found) for found in con.execute(sql, (name, MOST_ROWS + 1))]
        is_small = len(rows) <= MOST_ROWS and sum(len(row.body) for row in rows) <= LONGEST
        sound = [row for row in rows if opened(row, self._report) is not None] if is_small else []
        texts = {row.key: row.body for row in sound} if is_small else None
        if len(sound) == len(rows) or not is_small:
            with self._lock:
                self._kept[name] = (int(changes[0]) if changes else None, texts)
        return texts
