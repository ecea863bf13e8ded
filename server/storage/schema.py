"""The database's version and the numbered steps that bring an older one up to date."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

from server.domain.errors import DataFault
from server.storage.traces import teach
from server.storage.words import CREATE, is_available

MIGRATIONS: tuple[str, ...] = (
    "0001_documents.sql",
    "0002_places.sql",
    "0003_marks.sql",
    "0004_traces.sql",
    "0005_changed.sql",
)
FOLDER = Path(__file__).parent / "migrations"


def version(con: sqlite3.Connection) -> int:
    """The number of the last step taken; 0 for an empty file."""
    return int(con.execute("PRAGMA user_version").fetchone()[0])


def migrate(con: sqlite3.Connection, back_up: Callable[[int], None]) -> None:
    """Take the missing steps, all or none, while no other process writes.

    `back_up(version)` runs first when there is data to keep; it needs a connection of its own.
    """
    if version(con) == len(MIGRATIONS):
        return
    refuse_newer(con)
    con.execute("BEGIN IMMEDIATE")
    try:
        take_steps(con, version(con), back_up)
        con.execute("COMMIT")
    except BaseException:
        if con.in_transaction:
            con.execute("ROLLBACK")
        raise


def refuse_newer(con: sqlite3.Connection) -> None:
    """A database of a later Seedlist is left alone."""
    if version(con) > len(MIGRATIONS):
        raise DataFault("The data folder was written by a newer Seedlist.", action="Update Seedlist, then start again.")


def take_steps(con: sqlite3.Connection, reached: int, back_up: Callable[[int], None]) -> None:
    """The steps after `reached`; none when another process was quicker."""
    if 0 < reached < len(MIGRATIONS):
        back_up(reached)
    teach(con)
    for number in range(reached, len(MIGRATIONS)):
        for statement in statements((FOLDER / MIGRATIONS[number]).read_text(encoding="utf-8")):
            con.execute(statement)
        if number == 0 and is_available(con):
            con.execute(CREATE)
        con.execute(f"PRAGMA user_version = {number + 1}")


def statements(script: str) -> list[str]:
    """The single statements of a script (triggers hold semicolons of their own)."""
    found, current = [], ""
    for line in script.splitlines():
        current += line + "\n"
        if sqlite3.complete_statement(current):
            found.append(current)
            current = ""
    return found
