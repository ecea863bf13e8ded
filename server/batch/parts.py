"""What is done already, kept beside the output until all is done; every part proves that it is whole."""

import json
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from pathlib import Path

from server.batch.records import Chunk
from server.domain.errors import Conflict, StorageFailed
from server.services.annotate_lines import Answer

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

JOB = "job.json"
Fault = tuple[int, str]
"""The place of a record in the input, and what is wrong with it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """The answers to one chunk, one a line, and the faults among them."""

    faults: tuple[Fault, ...]
    body: bytes


def part_of(chunk: Chunk, answers: list[Answer]) -> Part:
    """The part that a chunk's answers make."""
    pairs = zip(chunk.records, answers, strict=True)
    faults = tuple((record.place, answer.fault) for record, answer in pairs if answer.fault is not None)
    return Part(faults=faults, body=b"".join(answer.line + b"\n" for answer in answers))


class Parts:
    """A folder beside the output, with one file a chunk and the job that they belong to."""

    def __init__(self, output: Path) -> None:
        self.folder = output.with_name(f"{output.name}.parts")
        self._lock: int | None = None

    def begin(self, key: str, at: datetime, *, is_fresh: bool = False) -> datetime:
        """The moment of the run to go on with, else `at`; parts of another job are removed, all when `is_fresh`.

        Raises Conflict while another process writes to the same output.
        """
        self.folder.mkdir(mode=0o700, exist_ok=True)
        self._hold()
        kept = None if is_fresh else self._kept(key)
        if kept:
            return kept
        for path in self.folder.iterdir():
            path.unlink()
        _write(self.folder / JOB, json.dumps({"key": key, "at": at.isoformat()}).encode())
        return at

    def find(self, chunk: Chunk) -> Part | None:
        """The part of an earlier run for exactly these records; None when there is none or it is damaged."""
        found = self._read(chunk.number)
        return found[1] if found and found[0] == chunk.fingerprint() else None

    def put(self, chunk: Chunk, part: Part) -> None:
        """Keep a part; it has its name only once it is whole."""
        head = {"input": chunk.fingerprint(), "body": _sum(part.body), "faults": part.faults}
        _write(self._path(chunk.number), json.dumps(head).encode() + b"\n" + part.body)

    def all(self, number: int) -> Iterator[Part]:
        """The first `number` parts in order; raises StorageFailed when one is gone or damaged."""
        for place in range(number):
            found = self._read(place)
            if not found:
                raise StorageFailed(
                    f"“{self._path(place)}” was damaged while the run went on.",
                    action="Run the same command again: only that part is done anew.",
                )
            yield found[1]

    def clear(self) -> None:
        """Remove all of it."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.close()

    def close(self) -> None:
        """Let others write to the output."""
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def _hold(self) -> None:
        if fcntl is None:  # Windows
            return
        self._lock = self._lock if self._lock is not None else os.open(self.folder, os.O_RDONLY)
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            self.close()
            raise Conflict(
                f"Another run writes to “{self.folder.stem}” now.", action="Wait for it, or choose another output."
            ) from None

    def _kept(self, key: str) -> datetime | None:
        try:
            kept = json.loads((self.folder / JOB).read_bytes())
            return datetime.fromisoformat(kept["at"]) if kept["key"] == key else None
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def _path(self, number: int) -> Path:
        return self.folder / f"{number:07d}.part"

    def _read(self, number: int) -> tuple[str, Part] | None:
        try:
            head, _, body = self._path(number).read_bytes().partition(b"\n")
            told = json.loads(head)
            faults = tuple((int(place), str(why)) for place, why in told["faults"])
            return (str(told["input"]), Part(faults=faults, body=body)) if told["body"] == _sum(body) else None
        except (OSError, ValueError, KeyError, TypeError):
            return None


def _sum(body: bytes) -> str:
    return blake2b(body, digest_size=16).hexdigest()


def _write(path: Path, content: bytes) -> None:
    made = path.with_name(f"{path.name}.{os.getpid()}")
    made.write_bytes(content)
    made.replace(path)
