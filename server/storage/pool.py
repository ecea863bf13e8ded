"""Hands out connections: one writer at a time, any number of readers, and one for everything in memory."""

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from server.domain.errors import NotReady
from server.storage.connection import translated

SPARE_READERS = 4


class Pool:
    """Connections to one database. A thread inside `writing()` reads through its own writing connection.

    `shared` keeps a single connection for reading and writing (a database in memory has only one).
    """

    def __init__(self, connect: Callable[[], sqlite3.Connection], *, shared: bool = False) -> None:
        self._connect = connect
        self._shared = shared
        self._lock = threading.RLock()
        self._guard = threading.Lock()
        self._writer = connect()
        self._spare: list[sqlite3.Connection] = []
        self._depth = 0
        self._closed = False
        self.after_commit: Callable[[], None] = lambda: None

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction, committed and on the disk at the end, or nothing of it; inside another one, a part of it."""
        with translated(), self._lock:
            self._refuse_closed()
            self._run("BEGIN IMMEDIATE", f"SAVEPOINT level_{self._depth}")
            self._depth += 1
            try:
                yield self._writer
            except BaseException:
                self._depth -= 1
                self._undo()
                raise
            self._depth -= 1
            self._finish()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """One consistent view of everything committed so far."""
        if self._shared or self.is_writing():
            with translated(), self._lock:
                self._refuse_closed()
                yield self._writer
            return
        with translated():
            connection = self._borrow()
            try:
                connection.execute("BEGIN")
                yield connection
            finally:
                self._give_back(connection)

    @contextmanager
    def alone(self) -> Iterator[sqlite3.Connection]:
        """The writing connection outside any transaction, for checkpoints and backups."""
        with translated(), self._lock:
            self._refuse_closed()
            yield self._writer

    def close(self) -> None:
        """Close all connections; what was committed is on the disk already."""
        with self._lock, self._guard:
            self._closed = True
            for connection in (self._writer, *self._spare):
                connection.close()
            self._spare.clear()

    def _run(self, outermost: str, nested: str) -> None:
        self._writer.execute(nested if self._depth else outermost)

    def _finish(self) -> None:
        try:
            self._run("COMMIT", f"RELEASE level_{self._depth}")
        except BaseException:
            self._undo()
            raise
        if not self._depth:
            self.after_commit()

    def _undo(self) -> None:
        if self._depth:
            self._writer.execute(f"ROLLBACK TO level_{self._depth}")
            self._writer.execute(f"RELEASE level_{self._depth}")
        elif self._writer.in_transaction:
            self._writer.execute("ROLLBACK")

    def is_writing(self) -> bool:
        """Whether this very thread holds the writer (RLock is reentrant: another thread cannot take it then)."""
        if self._depth and self._lock.acquire(blocking=False):
            try:
                return self._depth > 0
            finally:
                self._lock.release()
        return False

    def _refuse_closed(self) -> None:
        if self._closed:
            raise NotReady("The store is closed.", action="Start the server again.")

    def _borrow(self) -> sqlite3.Connection:
        with self._guard:
            self._refuse_closed()
            if self._spare:
                return self._spare.pop()
        return self._connect()

    def _give_back(self, connection: sqlite3.Connection) -> None:
        try:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
        except sqlite3.Error:
            connection.close()
            return
        with self._guard:
            if not self._closed and len(self._spare) < SPARE_READERS:
                self._spare.append(connection)
                return
        connection.close()
