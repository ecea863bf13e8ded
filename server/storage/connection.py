"""Opens SQLite connections the one safe way, and turns SQLite's errors into ours."""

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from server.domain.errors import DataFault, NotReady, SeedlistError, StorageFailed

FILE_NAME = "seedlist.db"
BUSY_MS = 30_000

PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA secure_delete=ON",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA cache_size=-32000",
    "PRAGMA wal_autocheckpoint=0",
)


def connect(target: Path | None) -> sqlite3.Connection:
    """A connection to the file, or to a database in memory for None; a commit is on the disk when it returns."""
    name = ":memory:" if target is None else str(target)
    connection = sqlite3.connect(name, timeout=BUSY_MS / 1000, isolation_level=None, check_same_thread=False)
    connection.text_factory = as_text
    try:
        prepare(connection)
    except UnicodeDecodeError as error:  # SQLite's own message quotes the broken bytes
        connection.close()
        raise sqlite3.DatabaseError("database disk image is malformed") from error
    except BaseException:
        connection.close()
        raise
    return connection


def as_text(stored: bytes) -> str:
    """Text as it lies on the disk; broken bytes stay recognisable, so that the checksum finds them."""
    return stored.decode("utf-8", "surrogateescape")


def prepare(connection: sqlite3.Connection) -> None:
    """Set what each connection needs; on a Mac, fsync alone leaves data in the drive's cache."""
    connection.execute(f"PRAGMA busy_timeout={BUSY_MS}")
    for pragma in PRAGMAS:
        connection.execute(pragma)
    if sys.platform == "darwin":
        connection.execute("PRAGMA fullfsync=ON")
        connection.execute("PRAGMA checkpoint_fullfsync=ON")


def translate(error: sqlite3.Error) -> SeedlistError:
    """Our refusal for an error of SQLite, with what to do."""
    said = str(error).lower()
    if "locked" in said or "busy" in said:
        return NotReady("Another program is writing to the data folder.", action="Try again in a moment.")
    if "malformed" in said or "not a database" in said or "encrypted" in said:
        return DataFault("The database file is damaged.", action="Run `seedlist doctor` to check and repair it.")
    if "full" in said:
        return StorageFailed("The disk is full; the change was not saved.", action="Free some space and try again.")
    if "readonly" in said or "unable to open" in said:
        return StorageFailed("The data folder cannot be written.", action="Check who owns the folder and its rights.")
    return StorageFailed(f"The change was not saved: {error}.", action="Check the disk, then run `seedlist doctor`.")


@contextmanager
def translated() -> Iterator[None]:
    """Run a block so that only Seedlist's own errors leave it."""
    try:
        yield
    except UnicodeDecodeError as error:
        raise translate(sqlite3.DatabaseError("malformed")) from error
    except sqlite3.Error as error:
        raise translate(error) from error
