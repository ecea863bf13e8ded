"""Text cut into pieces, some of them marked: the exact characters behind a niche, signal or part."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

Piece = tuple[str, bool]
"""A stretch of text and whether it is marked."""
AROUND = 60


def marked(text: str, spans: Iterable[tuple[int, int]]) -> tuple[Piece, ...]:
    """`text` in order, with the characters of `spans` marked; overlapping spans become one."""
    pieces: list[Piece] = []
    at = 0
    for start, end in merged(spans, len(text)):
        pieces += [(text[at:start], False)] if start > at else []
        pieces.append((text[start:end], True))
        at = end
    return (*pieces, (text[at:], False)) if at < len(text) else tuple(pieces)


def merged(spans: Iterable[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    """Spans in order without overlaps, cut to the text; empty ones are dropped."""
    found: list[tuple[int, int]] = []
    for start, end in sorted((max(0, a), min(length, b)) for a, b in spans):
        if start >= end:
            continue
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def excerpt(text: str, start: int, end: int, around: int = AROUND) -> tuple[Piece, ...]:
    """The marked words in their sentence, cut at words where it is long."""
    left = max(text.rfind(stop, 0, start) for stop in ("\n", ". ", "| ", "• ")) + 1
    ends = [at for at in (text.find(stop, end) for stop in ("\n", ". ", " |", " •")) if at >= 0]
    right = min(ends, default=len(text))
    first, last = max(left, start - around), min(right, end + around)
    before, after = text[first:start].lstrip(), text[end:last].rstrip()
    if first > left:
        before = "… " + re.sub(r"^\S*\s", "", before)
    if last < right:
        after = re.sub(r"\s\S*$", "", after) + " …"
    return tuple(piece for piece in ((before, False), (text[start:end], True), (after, False)) if piece[0])


def spans_in(source: str, evidence: Iterable[Mapping[str, Any]]) -> list[tuple[int, int]]:
    """Start and end of all evidence of one source."""
    return [(item["start"], item["end"]) for item in evidence if item["source"] == source]
