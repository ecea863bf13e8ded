"""Use case: a file of profiles becomes a file of annotations, line by line, in order, never stopping."""

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import msgspec

from server.domain.brand import Brand
from server.domain.errors import InvalidInput, SeedlistError
from server.scoring.wire import annotation_to_json
from server.services.annotate_profile import annotate_profile
from server.services.ports import Clock, Read
from server.wire.decode import decode
from server.wire.profile_in import ProfileIn, to_profile

Line = Callable[[bytes], bytes]


def line_annotator(brand: Brand | None, *, read: Read, clock: Clock, scores: bool = False) -> Line:
    """A function from one line of "Profile in" to one line of "Annotation out" (without line break)."""

    def annotate_line(raw: bytes) -> bytes:
        try:
            profile = to_profile(decode(raw, ProfileIn))
            annotation = annotate_profile(profile, brand, read=read, clock=clock)
            return msgspec.json.encode(annotation_to_json(annotation, scores=scores))
        except SeedlistError as fault:
            return msgspec.json.encode(refusal(raw, fault))

    return annotate_line


def annotate_lines(lines: Iterable[bytes], annotate_line: Line) -> Iterator[bytes]:
    """One answer for each line that is not blank, in order."""
    for raw in lines:
        if raw.strip():
            yield annotate_line(raw)


def refusal(raw: bytes, fault: SeedlistError) -> dict[str, Any]:
    """The answer in place of a bad line; the id is taken along where the line is JSON at all."""
    try:
        given = json.loads(raw)
        line_id = given.get("id") if isinstance(given, dict) else None
    except (ValueError, RecursionError):
        line_id = None
    message = f"{fault.message} {fault.action}".strip()
    return {"id": line_id, "error": {"field": fault.field, "message": message}}


def check_file(raw: bytes) -> None:
    """Raise InvalidInput when the bytes are not text that could hold JSON lines."""
    if b"\x00" in raw:
        raise InvalidInput("This is not a text file.", action="Give JSON Lines in UTF-8: one profile a line.")
