"""TinyDB itself, with our table class and whole-table operations that do not read every document."""

from tinydb import TinyDB

from server.storage.tinydb_storage import SqliteStorage, drop_table, known_tables
from server.storage.tinydb_table import SqliteTable


class SeedDB(TinyDB):
    """TinyDB over SQLite."""

    table_class = SqliteTable  # type: ignore[assignment]  # takes our storage only
    _storage: SqliteStorage

    def tables(self) -> set[str]:
        """The names of all tables."""
        with self._storage.pool.reading() as con:
            return known_tables(con)

    def drop_tables(self) -> None:
        """Remove all tables and all they hold."""
        with self._storage.pool.writing() as con:
            for name in known_tables(con):
                drop_table(con, name)
        self._tables.clear()

    def drop_table(self, name: str) -> None:
        """Remove one table and all it holds."""
        self._tables.pop(name, None)
        with self._storage.pool.writing() as con:
            drop_table(con, name)
