"""Use case: one line of a file of profiles becomes one line of annotations; a bad one is answered in its place."""

import json
from collections.abc import Callable
from typing import Any, NamedTuple

import msgspec

from server.domain.brand import Brand
from server.domain.errors import InvalidInput, SeedlistError
from server.scoring.wire import annotation_to_json
from server.services.annotate_profile import annotate_profile
from server.services.ports import Clock, Read
from server.wire.decode import decode, mend_surrogates
from server.wire.profile_in import ProfileIn, to_profile


class Answer(NamedTuple):
    """A line of "Annotation out" without line break; `fault` says in words why it is a refusal, else None."""

    line: bytes
    fault: str | None = None


Line = Callable[[bytes], Answer]


def line_annotator(brand: Brand | None, *, read: Read, clock: Clock, scores: bool = False) -> Line:
    """A function from one line of "Profile in" to its answer."""

    def annotate_line(raw: bytes) -> Answer:
        try:
            profile = to_profile(decode(raw, ProfileIn))
            annotation = annotate_profile(profile, brand, read=read, clock=clock)
            return Answer(msgspec.json.encode(annotation_to_json(annotation, scores=scores)))
        except SeedlistError as fault:
            return refused(raw, fault)

    return annotate_line


def refused(raw: bytes, fault: SeedlistError) -> Answer:
    """The answer in place of a bad line; the id is taken along where the line is JSON at all."""
    message = f"{fault.message} {fault.action}".strip()
    body: dict[str, Any] = {"id": _id_of(raw), "error": {"field": fault.field, "message": message}}
    return Answer(msgspec.json.encode(body), f"{fault.field}: {message}" if fault.field else message)


def broken_answer(raw: bytes, why: str) -> Answer:
    """The answer in place of a record on which the reader itself breaks down every time."""
    fault = InvalidInput("The reader broke down on this record.", action="Leave it out and report it.")
    return refused(raw, fault)._replace(fault=f"{fault.message} {fault.action} ({why})")


def _id_of(raw: bytes) -> str | int | None:
    try:
        given = json.loads(mend_surrogates(raw))
    except (ValueError, RecursionError):
        return None
    found = given.get("id") if isinstance(given, dict) else None
    is_number = isinstance(found, int) and abs(found) < 2**63
    return found if is_number or isinstance(found, str) else None
