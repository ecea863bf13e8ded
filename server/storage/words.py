"""Full-text search over name, handle, bio, note and tags, where this SQLite has FTS5."""

import re
import sqlite3
from collections.abc import Mapping
from typing import Any

from server.storage.columns import Path, value_at

WORDS = "words"
SPOKEN: tuple[Path, ...] = (("profile", "name"), ("handle",), ("profile", "bio"), ("note",), ("tags",))
CREATE = f'CREATE VIRTUAL TABLE IF NOT EXISTS {WORDS} USING fts5(said, tokenize="unicode61 remove_diacritics 2")'


def spoken(body: Mapping[str, Any]) -> str:
    """All searchable text of a body, one part a line."""
    return "\n".join(part for path in SPOKEN for part in texts(value_at(body, path)))


def texts(value: Any) -> list[str]:
    """The strings in a value that is a string or a list of them."""
    parts = value if isinstance(value, list | tuple) else [value]
    return [part.encode("utf-8", "replace").decode("utf-8") for part in parts if isinstance(part, str) and part]


def has_words(con: sqlite3.Connection) -> bool:
    """Whether the database has its full-text index."""
    return con.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (WORDS,)).fetchone() is not None


def is_available(con: sqlite3.Connection) -> bool:
    """Whether this SQLite was built with FTS5."""
    return con.execute("SELECT 1 FROM pragma_module_list WHERE name = 'fts5'").fetchone() is not None


def sought(text: str) -> list[str]:
    """The words of a search, without marks."""
    return re.findall(r"\w+", text)


def match_expression(text: str) -> str:
    """FTS5's expression for "each word, or a word that begins with it"."""
    return " ".join(f'"{word}"*' for word in sought(text))
