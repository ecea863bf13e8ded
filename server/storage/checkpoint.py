"""Moves committed changes from the log into the database, beside the work rather than in the middle of a save."""

import sqlite3
import threading
import time
from collections.abc import Callable
from pathlib import Path

from server.storage.connection import BUSY_MS
from server.storage.pool import Pool

EVERY_COMMITS = 100
QUIET = 0.5
"""Seconds without a commit before the thread works, so that a run of saves does not share the disk with it."""
HURRY = 32 * 1024 * 1024
"""With a log of so many bytes it waits for no pause."""
LARGEST_LOG = 64 * 1024 * 1024
PATIENCE_MS = 100
"""So long a save waits for readers (a backup, a long export) before it leaves the log to a later one."""


class Checkpointer:
    """A quiet thread for one database file; call `commit_made` after each commit, `stop` before closing.

    When the log has grown past `LARGEST_LOG` all the same (writes without a pause), the next commit empties it.
    """

    def __init__(self, file: Path, connect: Callable[[Path], sqlite3.Connection], pool: Pool) -> None:
        self._file = file
        self._log = file.with_name(file.name + "-wal")
        self._connect = connect
        self._pool = pool
        self._commits = 0
        self._next_look = 0
        self._last = 0.0
        self._wake = threading.Event()
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._work, name="seedlist-checkpoint", daemon=True)
        self._thread.start()

    def commit_made(self) -> None:
        """Count a commit; wakes the thread now and then. After a very large commit the log is emptied at once."""
        self._commits += 1
        self._last = time.monotonic()
        if self._commits % EVERY_COMMITS == 0:
            self._wake.set()
        if self._commits > self._next_look and self._log_size() > LARGEST_LOG:
            is_empty = self.empty_log()
            self._next_look = self._commits + (0 if is_empty else EVERY_COMMITS // 2)

    def empty_log(self) -> bool:
        """Bring the whole log into the database and cut it to nothing; False while a reader still needs it."""
        with self._pool.alone() as con:
            if con.in_transaction:
                return False
            con.execute(f"PRAGMA busy_timeout={PATIENCE_MS}")
            try:
                return not con.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()[0][0]
            finally:
                con.execute(f"PRAGMA busy_timeout={BUSY_MS}")

    def stop(self) -> None:
        """End the thread."""
        self._stopping.set()
        self._wake.set()
        self._thread.join()

    def _work(self) -> None:
        while not self._stopping.is_set():
            self._wake.wait()
            self._wake.clear()
            self._wait_for_a_pause()
            if not self._stopping.is_set():
                self._move()

    def _wait_for_a_pause(self) -> None:
        while time.monotonic() - self._last < QUIET and self._log_size() < HURRY:
            if self._stopping.wait(QUIET / 5):
                return

    def _log_size(self) -> int:
        return self._log.stat().st_size if self._log.exists() else 0

    def _move(self) -> None:
        """One checkpoint that waits for nobody. What fails here (a full disk) stays in the log and is tried again."""
        try:
            con = self._connect(self._file)
        except sqlite3.Error:
            return
        try:
            con.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
        except sqlite3.Error:
            self._wake.clear()
        finally:
            con.close()
