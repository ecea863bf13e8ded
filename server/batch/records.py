"""What is handed around: records with their place in the input, in chunks that do not depend on who works."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from typing import NamedTuple

CHUNK_RECORDS = 200
"""About one to two seconds of work: what is lost when a worker dies, and little beside the cost of handing over."""
CHUNK_BYTES = 4_000_000


class Record(NamedTuple):
    """One profile as JSON; `place` is the line of the file (from 1; the row for Parquet), `size` its share of it."""

    place: int
    raw: bytes
    size: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Chunk:
    """Consecutive records; `number` counts from 0."""

    number: int
    records: tuple[Record, ...]

    @property
    def size(self) -> int:
        """Its share of the input, in the input's own measure."""
        return sum(record.size for record in self.records)

    def fingerprint(self) -> str:
        """Tells whether an earlier run saw the same records at the same places."""
        digest = blake2b(digest_size=16)
        for record in self.records:
            digest.update(b"%d %d\n" % (record.place, len(record.raw)) + record.raw)
        return digest.hexdigest()


def cut(records: Iterable[Record]) -> Iterator[Chunk]:
    """Chunks of at most CHUNK_RECORDS records; fewer when they are large."""
    held: list[Record] = []
    number = weight = 0
    for record in records:
        held.append(record)
        weight += len(record.raw)
        if len(held) == CHUNK_RECORDS or weight >= CHUNK_BYTES:
            yield Chunk(number=number, records=tuple(held))
            held, number, weight = [], number + 1, 0
    if held:
        yield Chunk(number=number, records=tuple(held))
