"""Remembers answers of TinyDB's queries for as long as nothing has changed the table."""

import json
import threading
from typing import Any

from tinydb.queries import QueryLike
from tinydb.table import Document
from tinydb.utils import LRUCache

MOST_ROWS = 200
Answer = tuple[int | None, list[tuple[int, str]]]


class QueryCache:
    """Answers with the number of changes they were given at. Documents are kept as JSON, so no two callers share one.

    Answers of more than `MOST_ROWS` documents are not kept: a large table must not stay in memory.
    """

    def __init__(self, kept: LRUCache[Any, Any]) -> None:
        self._kept = kept
        self._lock = threading.Lock()

    def get(self, cond: QueryLike, changes: int | None) -> list[Document] | None:
        """The answer given at this very number of changes, or None."""
        with self._lock:
            answer: Answer | None = self._kept.get(cond)
        if answer is None or answer[0] != changes:
            return None
        return [Document(json.loads(text), number) for number, text in answer[1]]

    def keep(self, cond: QueryLike, changes: int | None, found: list[Document]) -> None:
        """Keep an answer, if the query can be recognised again."""
        if len(found) > MOST_ROWS or not getattr(cond, "is_cacheable", lambda: True)():
            return
        answer: Answer = (changes, [(document.doc_id, json.dumps(document)) for document in found])
        with self._lock:
            self._kept[cond] = answer

    def clear(self) -> None:
        """Forget all answers."""
        with self._lock:
            self._kept.clear()
