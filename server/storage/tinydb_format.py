"""Writes and reads everything in TinyDB's own JSON format, so that nobody is tied to this store."""

import json
import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import IO, Any

from server.domain.errors import InvalidInput, StorageFailed
from server.storage.documents import Row
from server.storage.page import Choice, matching
from server.storage.pool import Pool
from server.storage.tinydb_storage import known_tables, own_key

KEYS_TABLE = "_keys"
Put = Callable[[str, str, Mapping[str, Any]], int]


def export_tinydb(pool: Pool, to: Path, report: Callable[[Row], None]) -> int:
    """Write all tables to one private file that plain TinyDB opens; returns the number of documents.

    The keys that services use are in a table of their own, `_keys`. One consistent view, written row by row.
    """
    part = to.with_name(to.name + ".part")
    try:
        part.touch(mode=0o600)
        with part.open("w", encoding="utf-8") as out:
            written = write_tables(pool, out, report)
            out.flush()
            os.fsync(out.fileno())
        part.replace(to)
    except OSError as error:
        raise StorageFailed(
            f"The export could not be written: {error.strerror}.", action="Choose another place."
        ) from error
    finally:
        part.unlink(missing_ok=True)
    return written


def write_tables(pool: Pool, out: IO[str], report: Callable[[Row], None]) -> int:
    """The JSON text, one document at a time."""
    keys: list[dict[str, Any]] = []
    written = 0
    with pool.reading() as con:
        out.write("{")
        for table in sorted(known_tables(con)):
            out.write(f"{json.dumps(table)}: {{")
            for position, (row, _) in enumerate(matching(con, Choice(table=table), report)):
                out.write(f'{", " if position else ""}"{row.doc_id}": {row.body}')
                written += 1
                if row.key != own_key(row.doc_id):
                    keys.append({"table": table, "doc_id": row.doc_id, "key": row.key})
            out.write("}, ")
        numbered = {str(number): entry for number, entry in enumerate(keys, start=1)}
        out.write(f"{json.dumps(KEYS_TABLE)}: {json.dumps(numbered)}}}\n")
    return written


def read_tinydb(source: Path) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """(table, key, body) of each document in a TinyDB file.

    A document without an entry in `_keys` gets its own "id" as key, or its number. Raises InvalidInput when the file
    is not TinyDB's.
    """
    tables = tables_of(source)
    keys = {
        (entry.get("table"), entry.get("doc_id")): entry.get("key") for entry in tables.pop(KEYS_TABLE, {}).values()
    }
    for table, documents in tables.items():
        for number, body in documents.items():
            own = body.get("id")
            key = keys.get((table, int(number))) or (own if isinstance(own, str) and own else own_key(int(number)))
            yield table, str(key), body


def tables_of(source: Path) -> dict[str, dict[str, dict[str, Any]]]:
    """The file's tables, every shape checked before anything is taken from it."""
    try:
        tables = json.loads(source.read_text(encoding="utf-8"))
    except OSError as error:
        raise InvalidInput(f"The file cannot be read: {error.strerror}.", action="Check the path.") from error
    except (ValueError, RecursionError) as error:
        raise InvalidInput("The file is not JSON.", action="Choose a file that TinyDB wrote.") from error
    if not has_shape(tables):
        raise InvalidInput("The file is not TinyDB's.", action="Choose a file that TinyDB wrote.")
    found: dict[str, dict[str, dict[str, Any]]] = tables
    return found


def has_shape(tables: Any) -> bool:
    """Whether this is table -> number -> document."""
    return isinstance(tables, dict) and all(
        isinstance(documents, dict)
        and all(number.isdecimal() and isinstance(body, dict) for number, body in documents.items())
        for documents in tables.values()
    )
