"""Use case: which niches and scenes of a brand a list covers, which it lacks, and who bridges two."""

from collections.abc import Iterable

from server.domain.brand import Brand
from server.scoring.segments import Segments, segments_of
from server.scoring.stored import reading_from_json
from server.scoring.strengths import strengths
from server.services.ports import Body


def list_segments(candidates: Iterable[Body], brand: Brand) -> Segments:
    """From the stored readings of a list's candidates; people are named by the candidate's id."""
    people = {body["id"]: strengths(reading_from_json(body["annotation"], lean=True)) for body in candidates}
    return segments_of(people, brand)
