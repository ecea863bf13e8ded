"""The store that services use: keys to documents, durable on return, over one folder."""

import contextlib
import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

from tinydb import TinyDB
from tinydb import where as field
from tinydb.queries import QueryLike

from server.domain.errors import Conflict, InvalidInput, NotReady
from server.storage import documents, leavings
from server.storage.backup import back_up, restore
from server.storage.checkpoint import Checkpointer
from server.storage.connection import FILE_NAME, connect, translated
from server.storage.folder import make_private_folder
from server.storage.kept_answers import KeptAnswers
from server.storage.members import Member, frequent
from server.storage.opened_pool import opened_pool
from server.storage.overviews import Overviews
from server.storage.page import BATCH, Choice, Memory, Order, Page, count, opened, page, walk
from server.storage.pool import Pool
from server.storage.quarantine import quarantine
from server.storage.small_tables import SmallTables
from server.storage.tinydb_database import SeedDB
from server.storage.tinydb_format import export_tinydb, read_tinydb
from server.storage.tinydb_storage import SqliteStorage
from server.storage.traces import pointing

OPENINGS = 20

__all__ = ["Page", "Store"]


class Store:
    """Documents by table and key. Every change is on the disk when its call returns, or did not happen.

    Raises NotReady when another program holds the database too long, StorageFailed when the disk takes no more,
    DataFault when the file is damaged; each says what to do. Safe for many threads and many processes.
    """

    def __init__(self, pool: Pool, file: Path | None = None, *, clock: Callable[[], float] = time.time) -> None:
        self._pool = pool
        self._clock = clock
        self._file = file
        self._memory = Memory(kept=KeptAnswers(), overviews=Overviews(pool))
        self._set_aside = quarantine(pool, clock)
        self._small = SmallTables(pool, connect(file) if file else None, self._set_aside)
        self._checkpointer = Checkpointer(file, connect, pool) if file else None
        pool.after_commit = self._checkpointer.commit_made if self._checkpointer else pool.after_commit
        self.db: TinyDB = SeedDB(pool, self._set_aside, clock, storage=SqliteStorage)

    @classmethod
    def open(cls, folder: Path) -> "Store":
        """The store in a folder, made (0700, files 0600) when it is not there."""
        for _ in range(OPENINGS):
            with contextlib.suppress(NotReady):
                return cls._opened(folder)
            time.sleep(0.1)  # another program opens a new folder at the same moment
        return cls._opened(folder)

    @classmethod
    def _opened(cls, folder: Path) -> "Store":
        with translated():
            file = make_private_folder(folder) / FILE_NAME
            return cls(opened_pool(file), file)

    @classmethod
    def in_memory(cls) -> "Store":
        """A store that forgets everything when closed."""
        with translated():
            return cls(opened_pool(None))

    def get(self, table: str, key: str) -> dict[str, Any] | None:
        """The body under a key, None when there is none."""
        kept = self._small.table(table)
        if kept is not None:
            return documents.body_of(kept[key]) if key in kept else None
        with self._pool.reading() as con:
            row = documents.find(con, table, key)
            return opened(row, self._set_aside) if row else None

    def put(self, table: str, key: str, body: Mapping[str, Any], *, revision: int | None = None) -> int:
        """Save a body under a key; returns its new revision, from 1.

        With `revision`, only if that is the stored one (0: only if nothing is stored yet), else Conflict.
        """
        try:
            with self._pool.writing() as con:
                row = documents.find(con, table, key)
                refuse_other_revision(row.revision if row else 0, revision)
                return self._write(con, table, key, row, body)
        except TypeError as error:
            raise InvalidInput(f"The document cannot be stored: {error}.", action="Use plain JSON values.") from error

    def drop(self, table: str, key: str) -> dict[str, Any] | None:
        """Remove a document; returns what was there, None when nothing was."""
        with self._pool.writing() as con:
            row = documents.find(con, table, key)
            if row is None:
                return None
            documents.remove(con, row.id)
            return opened(row, self._set_aside)

    def revision(self, table: str, key: str) -> int | None:
        """The stored revision of a key, None when there is none."""
        with self._pool.reading() as con:
            row = documents.find(con, table, key)
            return row.revision if row else None

    def rows(self, table: str, where: QueryLike | None = None) -> Iterator[dict[str, Any]]:
        """Bodies in insertion order, read as they are asked for."""
        kept = self._small.table(table) if where is None else None
        if kept is not None:
            yield from map(documents.body_of, kept.values())
            return
        choice, after = Choice(table=table, where=where), 0
        while True:
            with self._pool.reading() as con:
                found, pushed = walk(con, choice, after, BATCH), choice.pushed(con)
            if not found:
                return
            after = found[-1].id
            bodies = (opened(row, self._set_aside) for row in found)
            yield from (body for body in bodies if body is not None and choice.admits(body, pushed))

    def rows_by(self, table: str, platform: str, handle: str) -> Iterator[dict[str, Any]]:
        """The bodies of one account, by their columns; handles are compared in lower case."""
        return self.rows(table, (field("handle") == handle.lower()) & (field("platform") == platform))

    def page(
        self,
        table: str,
        *,
        where: QueryLike | None = None,
        text: str | None = None,
        sort: str | None = None,
        descending: bool = False,
        offset: int = 0,
        limit: int = 50,
    ) -> Page:
        """One page. `sort` is a dotted path in the body or a column's name; rows without that value come last.

        `text` keeps rows in whose name, handle, bio, note or tags each of its words begins some word.
        """
        order = Order(sort=sort, descending=descending, offset=offset, limit=limit)
        with self._pool.reading() as con:
            memory = None if self._pool.is_writing() else self._memory
            return page(con, Choice(table=table, where=where, text=text), order, self._set_aside, memory)

    def count(self, table: str, where: QueryLike | None = None) -> int:
        """How many documents match."""
        with self._pool.reading() as con:
            return count(con, Choice(table=table, where=where), self._set_aside)

    def frequent(self, table: str, list_id: str, member: Member, limit: int) -> tuple[tuple[str, int], ...]:
        """Up to `limit` (value, how many rows hold it) of a list in the bodies of one seed list."""
        with self._pool.reading() as con:
            memory = None if self._pool.is_writing() else self._memory.overviews
            return frequent(con, table, list_id, member, limit, memory)

    def pointing(self, trace: str, limit: int) -> tuple[tuple[str, str], ...]:
        """Up to `limit` accounts (platform, handle) among the candidates whose links or bio point there."""
        with self._pool.reading() as con:
            return pointing(con, trace, limit)

    def transaction(self) -> AbstractContextManager[None]:
        """Several changes as one: all of them are on the disk at the end, or none after an error."""
        return self._transaction()

    def backup(self, to: Path) -> None:
        """Copy everything into one file while the store is in use."""
        with self._pool.reading() as con:
            back_up(con, to)

    def restore(self, source: Path) -> int:
        """Hold exactly what a backup holds; returns how many documents. All or nothing, while the store is in use."""
        with translated():
            return restore(self._pool, source)

    def export_tinydb(self, to: Path) -> int:
        """Write everything as a file that plain TinyDB opens; returns how many documents."""
        return export_tinydb(self._pool, to, self._set_aside)

    def import_tinydb(self, source: Path) -> int:
        """Add a TinyDB file's documents, replacing those with the same key, all or none; returns how many."""
        found = list(read_tinydb(source))
        with self.transaction():
            for table, key, body in found:
                self.put(table, key, body)
        return len(found)

    def scrub(self) -> None:
        """After something is erased: no words of it stay in index, log, free pages or copies before upgrades."""
        with self._pool.writing() as con:
            documents.forget_deleted_words(con)
        with self._pool.alone() as con:
            con.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        if self._file:
            leavings.drop_old_copies(self._file)

    def set_aside(self) -> list[dict[str, Any]]:
        """The rows set aside as damaged: `id`, and as text `table`, `key` and `body`, as they were found."""
        with self._pool.reading() as con:
            return leavings.set_aside(con)

    def drop_set_aside(self, number: int) -> None:
        """Erase the damaged row of this `id`."""
        with self._pool.writing() as con:
            leavings.drop_set_aside(con, number)

    def broken_copies(self) -> tuple[str, ...]:
        """Names of files beside the database that a repair put aside whole, and that nobody can be taken out of."""
        return leavings.broken_copies(self._file) if self._file else ()

    def forget_answers(self) -> None:
        """Drop what is remembered of pages, as any change to their table does."""
        self._memory.kept.clear()

    def close(self) -> None:
        """Close the files. What was saved is on the disk already."""
        if self._checkpointer:
            self._checkpointer.stop()
        self._small.close()
        self._pool.close()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with self._pool.writing():
            yield

    def _write(
        self, con: sqlite3.Connection, table: str, key: str, row: documents.Row | None, body: Mapping[str, Any]
    ) -> int:
        if row is not None:
            return documents.change(con, row, body, self._clock())
        doc_id = documents.next_number(con, table)
        documents.add(con, table, doc_id, key, body, self._clock())
        documents.remember_number(con, table, doc_id + 1)
        return 1


def refuse_other_revision(stored: int, wanted: int | None) -> None:
    """Two tabs, two programs: the second change must have seen the first."""
    if wanted is not None and wanted != stored:
        raise Conflict("This was changed somewhere else meanwhile.", action="Reload and make the change again.")
