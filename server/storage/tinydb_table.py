"""TinyDB's table over the database: the same answers, but only what is asked for is read and what changed written."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from tinydb.queries import QueryLike
from tinydb.table import Document, Table

from server.storage import documents
from server.storage.documents import FIELDS, Row, as_row
from server.storage.page import BATCH, Choice, matching, opened, walk
from server.storage.query_cache import QueryCache
from server.storage.tinydb_changes import Change, apply, insert_one, take_number
from server.storage.tinydb_storage import SqliteStorage, drop_table, make_known, write_table

Found = tuple[Row, dict[str, Any]]


class SqliteTable(Table):
    """A table whose queries run in SQL where they can. Documents handed out are copies: changing them stores nothing.

    Unlike TinyDB's own table, each change is one transaction across threads and processes, and comparing values
    of different kinds in a column finds nothing instead of raising TypeError.
    """

    _storage: SqliteStorage

    def __init__(self, storage: SqliteStorage, name: str, cache_size: int = 10, persist_empty: bool = False) -> None:
        super().__init__(storage, name, cache_size)
        self._answers = QueryCache(self._query_cache)
        if persist_empty:
            with storage.pool.writing() as con:
                make_known(con, name)

    def insert(self, document: Mapping[str, Any]) -> int:
        """Insert one document; returns its number. Raises ValueError when its number is taken."""
        return self.insert_multiple([document], forgets_number=True)[0]

    def insert_multiple(self, documents: Iterable[Mapping[str, Any]], *, forgets_number: bool = False) -> list[int]:
        """Insert all documents or none; returns their numbers."""
        with self._changing() as con:
            return [insert_one(con, self._storage, self.name, each, forgets_number) for each in documents]

    def search(self, cond: QueryLike) -> list[Document]:
        """All documents that match."""
        pool = self._storage.pool
        with pool.reading() as con:
            if pool.is_writing():
                return [self._document(*pair) for pair in self._matching(con, cond)]
            changes = self._changes(con)
            found = self._answers.get(cond, changes)
            if found is None:
                found = [self._document(*pair) for pair in self._matching(con, cond)]
                self._answers.keep(cond, changes, found)
            return found

    def count(self, cond: QueryLike) -> int:
        """How many documents match."""
        return len(self.search(cond))

    def get(  # type: ignore[override]
        self, cond: QueryLike | None = None, doc_id: int | None = None, doc_ids: list[int] | None = None
    ) -> Document | list[Document] | None:
        """The document with this number, the documents with these, or the first that matches."""
        with self._storage.pool.reading() as con:
            if doc_id is not None:
                return next((self._document(*pair) for pair in self._numbered(con, [doc_id])), None)
            if doc_ids is not None:
                found = sorted(self._numbered(con, dict.fromkeys(map(int, doc_ids))), key=lambda pair: pair[0].id)
                return [self._document(*pair) for pair in found]
            if cond is not None:
                return next((self._document(*pair) for pair in self._matching(con, cond)), None)
        raise RuntimeError("You have to pass either cond or doc_id or doc_ids")

    def update(self, fields: Change, cond: QueryLike | None = None, doc_ids: Iterable[int] | None = None) -> list[int]:
        """Change matching documents; returns their numbers."""
        wanted = None if doc_ids is None else list(doc_ids)
        with self._changing() as con:
            return [apply(con, self._storage, *pair, fields) for pair in self._targets(con, cond, wanted)]

    def update_multiple(self, updates: Iterable[tuple[Change, QueryLike]]) -> list[int]:
        """Several changes, each with its query, tried in turn on every document."""
        tries, changed = list(updates), []
        with self._changing() as con:
            for row, _ in self._matching(con, None):
                for fields, cond in tries:
                    changed += [
                        apply(con, self._storage, *pair, fields) for pair in self._numbered(con, [row.doc_id], cond)
                    ]
        return changed

    def upsert(self, document: Mapping[str, Any], cond: QueryLike | None = None) -> list[int]:
        """Update what matches, else insert, in one transaction."""
        with self._changing():
            return super().upsert(document, cond)

    def remove(self, cond: QueryLike | None = None, doc_ids: Iterable[int] | None = None) -> list[int]:
        """Remove matching documents; returns their numbers."""
        if cond is None and doc_ids is None:
            raise RuntimeError("Use truncate() to remove all documents")
        wanted = None if doc_ids is None else dict.fromkeys(doc_ids)
        with self._changing() as con:
            gone = [row for row, _ in self._targets(con, cond, wanted)]
            for row in gone:
                documents.remove(con, row.id)
        return [row.doc_id for row in gone]

    def truncate(self) -> None:
        """Remove all documents and start numbering anew."""
        with self._changing() as con:
            drop_table(con, self.name)
            make_known(con, self.name)

    def __len__(self) -> int:
        """How many documents there are."""
        with self._storage.pool.reading() as con:
            found = con.execute("SELECT rows FROM tally WHERE tbl = ?", (self.name,)).fetchone()
            return int(found[0]) if found else 0

    def __iter__(self) -> Iterator[Document]:
        """All documents, read as they are asked for."""
        after, choice = 0, Choice(table=self.name)
        while True:
            with self._storage.pool.reading() as con:
                rows = walk(con, choice, after, BATCH)
            if not rows:
                return
            after = rows[-1].id
            found = ((row, opened(row, self._storage.report)) for row in rows)
            yield from (self._document(row, body) for row, body in found if body is not None)

    def _get_next_id(self) -> int:
        with self._storage.pool.writing() as con:
            return take_number(con, self.name)

    def _read_table(self) -> dict[str, Mapping[str, Any]]:
        with self._storage.pool.reading() as con:
            return {str(row.doc_id): body for row, body in self._matching(con, None)}

    def _update_table(self, updater: Callable[[dict[int, Mapping[str, Any]]], None]) -> None:
        """TinyDB's way for extensions that bring their own: the whole table in, the differences written."""
        with self._changing() as con:
            table: dict[int, Mapping[str, Any]] = {row.doc_id: body for row, body in self._matching(con, None)}
            updater(table)
            write_table(con, self.name, table, self._storage)

    def _targets(
        self, con: sqlite3.Connection, cond: QueryLike | None, doc_ids: Iterable[int] | None
    ) -> Iterator[Found]:
        return self._matching(con, cond) if doc_ids is None else self._numbered(con, list(doc_ids))

    def _matching(self, con: sqlite3.Connection, cond: QueryLike | None) -> Iterator[Found]:
        return matching(con, Choice(table=self.name, where=cond), self._storage.report)

    def _numbered(
        self, con: sqlite3.Connection, doc_ids: Iterable[int], cond: QueryLike | None = None
    ) -> Iterator[Found]:
        sql = f"SELECT {FIELDS} FROM document WHERE tbl = ? AND doc_id = ?"  # noqa: S608 - a constant
        for doc_id in doc_ids:
            found = con.execute(sql, (self.name, doc_id)).fetchone()
            body = opened(row := as_row(found), self._storage.report) if found else None
            if body is not None and (cond is None or cond(body)):
                yield row, body

    def _document(self, row: Row, body: dict[str, Any]) -> Document:
        return self.document_class(body, self.document_id_class(row.doc_id))

    @contextmanager
    def _changing(self) -> Iterator[sqlite3.Connection]:
        with self._storage.pool.writing() as con:
            make_known(con, self.name)
            yield con
        self._answers.clear()

    def _changes(self, con: sqlite3.Connection) -> int | None:
        """A number that differs after every change of the table, by whatever thread or process."""
        found = con.execute("SELECT changes FROM tally WHERE tbl = ?", (self.name,)).fetchone()
        return int(found[0]) if found else None
