"""Remembers which rows a filter lets through, or how many, for as long as nothing has changed their table."""

from __future__ import annotations

import threading
from array import array
from collections import OrderedDict
from typing import Any, TypeAlias

MOST = 256
Asked = tuple[Any, ...]
Numbers: TypeAlias = "array[int]"
Answer: TypeAlias = "array[int] | int"


class KeptAnswers:
    """Answers by what was asked: row numbers in order, or a count; each with the number of changes it was found at."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Asked, tuple[int, Answer]] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, asked: Asked, changes: int | None) -> Answer | None:
        """The answer at this very number of changes, or None."""
        with self._lock:
            kept = self._kept.get(asked)
        return kept[1] if kept is not None and kept[0] == changes else None

    def keep(self, asked: Asked, changes: int | None, answer: Answer) -> None:
        """Keep an answer; one found in the middle of a change (`changes` is None) is not kept."""
        if changes is None:
            return
        with self._lock:
            self._kept[asked] = (changes, answer)
            self._kept.move_to_end(asked)
            if len(self._kept) > MOST:
                self._kept.popitem(last=False)

    def clear(self) -> None:
        """Forget all answers."""
        with self._lock:
            self._kept.clear()
