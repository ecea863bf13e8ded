"""Checks a data folder and repairs it: what `seedlist doctor` does. Stop the server before a repair."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from server.domain.errors import NotFound
from server.storage import schema
from server.storage.backup import derive, insert_row
from server.storage.connection import FILE_NAME, connect, translated
from server.storage.documents import FIELDS, Row, as_row
from server.storage.folder import folder_warnings, protect_files
from server.storage.quarantine import move
from server.storage.words import WORDS, has_words

MOST_FAULTS = 20
BROKEN = (sqlite3.Error, UnicodeDecodeError)


@dataclass(frozen=True, kw_only=True, slots=True)
class Report:
    """What was found: `rows` readable, `damaged` by their checksum, `set_aside` earlier, other `faults` in words."""

    rows: int
    damaged: int
    set_aside: int
    faults: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def is_sound(self) -> bool:
        """Whether there is nothing to repair."""
        return not self.damaged and not self.faults


def check(folder: Path) -> Report:
    """Read everything and compare; changes nothing. Raises NotFound when there is no database."""
    file = database(folder)
    warned = folder_warnings(folder)
    try:
        with closing(connect(file)) as con:
            return examine(con, warned)
    except BROKEN as error:
        return Report(
            rows=0, damaged=0, set_aside=0, faults=(f"The database cannot be read: {error}.",), warnings=warned
        )


def database(folder: Path) -> Path:
    """The database file of a folder."""
    file = folder / FILE_NAME
    if not file.is_file():
        raise NotFound("There is no database in this folder.", action="Name the data folder with --folder.")
    return file


def examine(con: sqlite3.Connection, warned: tuple[str, ...]) -> Report:
    """The report of an open database."""
    said = [str(found[0]) for found in con.execute(f"PRAGMA integrity_check({MOST_FAULTS})")]
    faults = [line for line in said if line != "ok"]
    rows = damaged = 0
    for row in every_row(con, faults):
        sound = row.is_sound()
        rows, damaged = rows + sound, damaged + (not sound)
    if not faults:
        faults += disagreements(con)
    set_aside = 0 if faults else int(con.execute("SELECT count(*) FROM damaged").fetchone()[0])
    return Report(rows=rows, damaged=damaged, set_aside=set_aside, faults=tuple(faults), warnings=warned)


def every_row(con: sqlite3.Connection, faults: list[str]) -> Iterator[Row]:
    """All rows up to the first that cannot be read, which is noted."""
    try:
        for found in con.execute(f"SELECT {FIELDS} FROM document"):  # noqa: S608
            yield as_row(found)
    except BROKEN as error:
        faults.append(f"Not all rows can be read: {error}.")


def disagreements(con: sqlite3.Connection) -> list[str]:
    """Where derived tables differ from the documents."""
    tests = {
        "The number of documents is wrong.": """SELECT 1 FROM (SELECT tbl, count(*) AS n FROM document GROUP BY tbl)
            AS real LEFT JOIN tally USING (tbl) WHERE tally.rows IS NOT real.n""",
        "The columns do not fit the documents.": """SELECT 1 WHERE (SELECT count(*) FROM document) <>
            (SELECT count(*) FROM document JOIN lookup USING (id, tbl))""",
        "There are columns without a document.": """SELECT 1 FROM lookup
            WHERE id NOT IN (SELECT id FROM document) LIMIT 1""",
        "The marks do not fit the lists.": """SELECT 1 FROM member JOIN mark USING (path, value) JOIN lookup USING (id)
            WHERE (CASE n / 62 WHEN 0 THEN m0 WHEN 1 THEN m1 WHEN 2 THEN m2 ELSE m3 END) & (1 << n % 62) = 0 LIMIT 1""",
    }
    return [fault for fault, sql in tests.items() if con.execute(sql).fetchone()]


def repair(folder: Path) -> Report:
    """Set damaged rows aside and rebuild what is derived; returns the report after that.

    A broken file is kept as it is beside a new one with every row that can still be read.
    """
    file, before = database(folder), check(folder)
    if before.is_sound:
        return before
    with translated():
        if not mend(file):
            salvage(file)
    return check(folder)


def mend(file: Path) -> bool:
    """Repair inside the file; False when the file itself is broken."""
    try:
        with closing(connect(file)) as con:
            if con.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
                return False
            con.execute("BEGIN IMMEDIATE")
            for row in [row for row in every_row(con, []) if not row.is_sound()]:
                move(con, row.id, time.time())
            rebuild(con)
            con.execute("COMMIT")
            con.execute("REINDEX")
            return examine(con, ()).is_sound
    except BROKEN:
        return False


def rebuild(con: sqlite3.Connection) -> None:
    """Make columns, members, words and counts anew from the documents."""
    con.execute("DELETE FROM lookup")
    con.execute("DELETE FROM member")
    con.execute("DELETE FROM mark")
    if has_words(con):
        con.execute(f"DELETE FROM {WORDS}")  # noqa: S608
    for row in every_row(con, []):
        derive(con, row.id, row)
    con.execute(
        "UPDATE tally SET rows = (SELECT count(*) FROM document WHERE document.tbl = tally.tbl), changes = changes + 1"
    )


def salvage(file: Path) -> Path:
    """Move every sound row that can still be read into a new database; returns where the broken one is kept."""
    fresh = file.with_name(f"{file.name}.new")
    remove_database(fresh)
    with closing(connect(fresh)) as new, closing(connect(file)) as old:
        schema.migrate(new, lambda _: None)
        new.execute("BEGIN IMMEDIATE")
        for row in readable_rows(old):
            if row.is_sound():
                new.execute("SAVEPOINT one")
                try:
                    insert_row(new, row, time.time())
                except sqlite3.IntegrityError:
                    new.execute("ROLLBACK TO one")
                new.execute("RELEASE one")
        new.execute("COMMIT")
        new.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    kept = file.with_name(f"{file.name}.damaged-{time.strftime('%Y%m%d-%H%M%S')}")
    for ending in ("-wal", "-shm", ""):
        part = file.with_name(file.name + ending)
        if part.exists():
            part.replace(kept.with_name(kept.name + ending))
    fresh.replace(file)
    protect_files(file)
    return kept


def remove_database(file: Path) -> None:
    """Delete a half-made database."""
    for ending in ("", "-wal", "-shm"):
        file.with_name(file.name + ending).unlink(missing_ok=True)


def readable_rows(con: sqlite3.Connection) -> Iterator[Row]:
    """Each row that can be reached by its number, whatever is broken around it."""
    for number in range(1, highest_number(con) + 1):
        try:
            found = con.execute(f"SELECT {FIELDS} FROM document WHERE id = ?", (number,)).fetchone()  # noqa: S608
        except BROKEN:
            continue
        if found is not None:
            yield as_row(found)


def highest_number(con: sqlite3.Connection) -> int:
    """The highest row number that any part of the file still knows of."""
    known = [0]
    for sql in (
        "SELECT max(id) FROM document",
        "SELECT max(id) FROM lookup",
        "SELECT max(id) FROM (SELECT id FROM document INDEXED BY document_key)",
        "SELECT max(id) FROM (SELECT id FROM lookup INDEXED BY lookup_wide)",
    ):
        try:
            known.append(con.execute(sql).fetchone()[0] or 0)
        except BROKEN:
            continue
    return max(known)
