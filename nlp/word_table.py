"""Which rows of a word table a word stands for: exact words, else its stem or its two halves, else nothing."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

import numpy as np
import numpy.typing as npt

HASHES, RUNS = "word-hashes.npy", "run-words.txt"
Hashes = npt.NDArray[np.uint64]

REMEMBERED = 20_000
"""Words whose rows are kept at hand; the memory is emptied when full, so that it stays flat."""

LONGEST_ENDING = 4
SHORTEST_STEM, SHORTEST_HALF = 4, 4
_RUN = re.compile("[\u0e00-\u0eff\u3005\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+")
_HANGUL = re.compile("[\uac00-\ud7a3]")


def word_hash(word: str) -> int:
    """64 bits of a word, the same on every machine."""
    return int.from_bytes(blake2b(word.encode(), digest_size=8).digest(), "little")


def is_run(word: str) -> bool:
    """Whether a word is written wholly in a script without spaces (Japanese, Chinese, Thai, Lao)."""
    return _RUN.fullmatch(word) is not None


class WordRows:
    """Looks words up. The rows of run words (scripts without spaces) come first, in the order of their file; then
    those of all other words, in the order of their hashes.
    """

    def __init__(self, *, hashes: Hashes, run_words: list[str]):
        self._hashes = hashes.data
        self._run_rows = {word: row for row, word in enumerate(run_words)}
        self._longest: dict[str, int] = {}
        for word in run_words:
            self._longest[word[0]] = max(self._longest.get(word[0], 0), len(word))
        self._known: dict[str, tuple[int, ...]] = {}

    @classmethod
    def load(cls, folder: Path) -> "WordRows":
        """Map the word list of `folder`. Raises OSError when a file is missing."""
        hashes = np.load(folder / HASHES, mmap_mode="r")
        run_words = (folder / RUNS).read_text(encoding="utf-8").split("\n")[:-1]
        return cls(hashes=hashes, run_words=run_words)

    def of(self, word: str) -> tuple[int, ...]:
        """The rows of one folded word or run; () when nothing of it is known."""
        found = self._known.get(word)
        if found is None:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            found = self._known[word] = tuple(self._find(word))
        return found

    def _find(self, word: str) -> Iterator[int]:
        if word.isascii() or not _RUN.search(word):
            yield from self._spaced(word)
            return
        for piece in re.split(f"({_RUN.pattern})", word):
            if piece:
                yield from self._cut(piece) if _RUN.match(piece) else self._spaced(piece)

    def _cut(self, run: str) -> Iterator[int]:
        """Longest match from the left; characters that begin no word are skipped."""
        start = 0
        while start < len(run):
            longest = self._longest.get(run[start], 1)
            for end in range(min(start + longest, len(run)), start, -1):
                row = self._run_rows.get(run[start:end])
                if row is not None:
                    yield row
                    break
            start = end

    def _spaced(self, word: str) -> tuple[int, ...]:
        row = self._exact(word)
        return (row,) if row >= 0 else self._stem(word) or self._halves(word)

    def _exact(self, word: str) -> int:
        key = word_hash(word)
        place = bisect_left(self._hashes, key)
        is_known = place < len(self._hashes) and self._hashes[place] == key
        return len(self._run_rows) + place if is_known else -1

    def _stem(self, word: str) -> tuple[int, ...]:
        shortest = 2 if _HANGUL.match(word) else SHORTEST_STEM
        for end in range(len(word) - 1, max(shortest, len(word) - LONGEST_ENDING) - 1, -1):
            row = self._exact(word[:end])
            if row >= 0:
                return (row,)
        return ()

    def _halves(self, word: str) -> tuple[int, ...]:
        for middle in range(len(word) - SHORTEST_HALF, SHORTEST_HALF - 1, -1):
            first = self._exact(word[:middle])
            second = self._exact(word[middle:]) if first >= 0 else -1
            if second >= 0:
                return (first, second)
        return ()
