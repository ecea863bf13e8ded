"""Which spans lie inside longer ones."""

from collections.abc import Iterable

Span = tuple[int, int]


def inside_longer(spans: Iterable[Span]) -> set[Span]:
    """The spans that a longer one of the same list holds, ends included; equal spans hold nothing.

    One pass over the spans in order of their start, the longest first.
    """
    held: set[Span] = set()
    furthest = -1
    for start, end in sorted(set(spans), key=lambda span: (span[0], -span[1])):
        if end <= furthest:
            held.add((start, end))
        furthest = max(furthest, end)
    return held
