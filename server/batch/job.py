"""What a run is asked to do: the same job gives the same bytes, whoever works on it."""

import json
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

import nlp
import server

ROOMS = ("domain", "scoring", "services", "wire")
"""Rooms of the server that have a say in an annotation; all of nlp has."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Job:
    """`brand` is a brand file's JSON; None leaves the fit out. `at` is the moment from which ages are counted."""

    brand: bytes | None
    scores: bool
    at: datetime

    def moved(self, at: datetime) -> "Job":
        """The same for another moment: the one at which an interrupted run began."""
        return replace(self, at=at)


def job_key(job: Job, at: datetime | None) -> str:
    """Same key: parts of an earlier run can be used. `at` is the moment that was asked for, None when none was."""
    brand = None if job.brand is None else blake2b(job.brand, digest_size=16).hexdigest()
    return json.dumps([edition(), brand, job.scores, at.isoformat() if at else None])


@lru_cache(maxsize=1)
def edition() -> str:
    """A fingerprint of all code and data that an annotation rests on; about 25 MB are read."""
    house = Path(server.__file__).parent
    digest = blake2b(digest_size=16)
    for root in (Path(nlp.__file__).parent, *(house / room for room in ROOMS)):
        for path in sorted(root.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(path.relative_to(root).as_posix().encode() + b"\n" + path.read_bytes())
    return digest.hexdigest()
