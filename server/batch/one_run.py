"""One run from records to output: what is done already is taken over, faults are counted with their places."""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from server.batch.crew import Crew
from server.batch.parts import Fault, Part, Parts, part_of
from server.batch.records import Chunk
from server.batch.run_chunks import in_order, run_chunks
from server.batch.targets import TARGETS

Advance = Callable[[int], None]
SHOWN = 20
"""Faults that are told one by one; the rest is counted."""


@dataclass(slots=True)
class Tally:
    """What there is to tell at the end: records, how many of them an earlier run had done, and the faults."""

    records: int = 0
    taken_over: int = 0
    chunks: int = 0
    refused: int = 0
    faults: list[Fault] = field(default_factory=list)

    def count(self, chunk: Chunk, part: Part, *, is_old: bool = False) -> None:
        """Add one chunk; the faults with the lowest places are kept."""
        self.chunks += 1
        self.records += len(chunk.records)
        self.taken_over += len(chunk.records) if is_old else 0
        self.refused += len(part.faults)
        self.faults = sorted([*self.faults, *part.faults])[:SHOWN]


def to_stream(chunks: Iterable[Chunk], crew: Crew, out: BinaryIO, form: str, *, advance: Advance) -> Tally:
    """Write in order as soon as possible; an interruption loses what was done."""
    tally = Tally()

    def bodies() -> Iterator[bytes]:
        for chunk, answers in in_order(run_chunks(chunks, crew)):
            part = part_of(chunk, answers)
            tally.count(chunk, part)
            advance(chunk.size)
            yield part.body

    TARGETS[form](bodies(), out)
    out.flush()
    return tally


def to_file(chunks: Iterable[Chunk], crew: Crew, output: Path, form: str, parts: Parts, *, advance: Advance) -> Tally:
    """Keep every chunk as a part, then put them together; the output has its name only when it is whole."""
    tally = Tally()

    def missing() -> Iterator[Chunk]:
        for chunk in chunks:
            part = parts.find(chunk)
            if part is None:
                yield chunk
            else:
                tally.count(chunk, part, is_old=True)
                advance(chunk.size)

    for chunk, answers in run_chunks(missing(), crew):
        part = part_of(chunk, answers)
        parts.put(chunk, part)
        tally.count(chunk, part)
        advance(chunk.size)
    made = output.with_name(f"{output.name}.part")
    with made.open("wb") as out:
        TARGETS[form]((part.body for part in parts.all(tally.chunks)), out)
        out.flush()
        os.fsync(out.fileno())
    made.replace(output)
    parts.clear()
    return tally
