"""What may still hold a person after the documents are gone: rows set aside as damaged, and copies beside the file."""

import sqlite3
from pathlib import Path
from typing import Any

Row = dict[str, Any]


def set_aside(con: sqlite3.Connection) -> list[Row]:
    """The damaged rows: `id`, and as text `table`, `key` and `body`, as they were found."""
    found = con.execute("SELECT id, tbl, key, body FROM damaged")
    return [{"id": number, "table": text(t), "key": text(k), "body": text(b)} for number, t, k, b in found]


def text(value: object) -> str:
    """Bytes and text alike as text; what is no UTF-8 becomes replacement characters."""
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)


def drop_set_aside(con: sqlite3.Connection, number: int) -> None:
    """Delete the damaged row of this id."""
    con.execute("DELETE FROM damaged WHERE id = ?", (number,))


def drop_old_copies(file: Path) -> None:
    """Delete the copies that were made before the file was brought up to date, which it has been since."""
    for copy in file.parent.glob(f"{file.name}.before-[0-9]*"):
        copy.unlink(missing_ok=True)


def broken_copies(file: Path) -> tuple[str, ...]:
    """The names of files that a repair put aside whole: nobody can be taken out of them, and they may be needed."""
    found = file.parent.glob(f"{file.name}.damaged-*")
    return tuple(sorted(copy.name for copy in found if not copy.name.endswith(("-wal", "-shm"))))
