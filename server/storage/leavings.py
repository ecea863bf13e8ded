"""What may still hold a person after the documents are gone: rows set aside as damaged, and copies beside the file."""

import sqlite3
from pathlib import Path
from typing import Any

Row = dict[str, Any]


def set_aside_about(con: sqlite3.Connection, platform: str, handle: str) -> list[Row]:
    """The damaged rows whose key or text names an account: `id`, `table`, `key` and `body` as text, as they were found.

    A row whose damage hit the very name is not recognised.
    """
    found = con.execute("SELECT id, tbl, key, body FROM damaged")
    rows = [{"id": number, "table": text(t), "key": text(k), "body": text(b)} for number, t, k, b in found]
    return [row for row in rows if names(row, platform, handle)]


def names(row: Row, platform: str, handle: str) -> bool:
    """Whether a candidate's key ends with the account, or the text holds its handle as a whole value."""
    said = handle.lower()
    return row["key"].lower().endswith(f".{platform}.{said}") or f'"{said}"' in row["body"].lower()


def text(value: object) -> str:
    """Bytes and text alike as text; what is no UTF-8 becomes replacement characters."""
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)


def drop_set_aside(con: sqlite3.Connection, platform: str, handle: str) -> int:
    """Delete those rows; returns how many."""
    numbers = [(row["id"],) for row in set_aside_about(con, platform, handle)]
    con.executemany("DELETE FROM damaged WHERE id = ?", numbers)
    return len(numbers)


def drop_old_copies(file: Path) -> None:
    """Delete the copies that were made before the file was brought up to date, which it has been since."""
    for copy in file.parent.glob(f"{file.name}.before-[0-9]*"):
        copy.unlink(missing_ok=True)


def broken_copies(file: Path) -> tuple[str, ...]:
    """The names of files that a repair put aside whole: nobody can be taken out of them, and they may be needed."""
    found = file.parent.glob(f"{file.name}.damaged-*")
    return tuple(sorted(copy.name for copy in found if not copy.name.endswith(("-wal", "-shm"))))
