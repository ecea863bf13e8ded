"""Keeps the followers of earlier readings in a candidate's history and says how they changed."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from itertools import pairwise
from typing import Any

from server.domain.candidate import Candidate, Event
from server.domain.profile import Count
from server.scoring.momentum import Momentum, Sighting, momentum_of, say_momentum
from server.services.candidate_records import moment, stamp

READ = ("saved", "refreshed")
"""Events after which the stored profile was a new one."""


def read_again(candidate: Candidate, at: datetime) -> Event:
    """The event of a new reading: its value keeps what the reading before it showed, None without followers."""
    seen = _sighting_now(candidate)
    return Event(at=at, what="refreshed", value=_kept(seen) if seen else None)


def with_momentum(candidate: Candidate) -> Candidate:
    """The candidate with the change of its followers among the annotation's notes, where there is one to tell."""
    found = momentum_of_candidate(candidate)
    if found is None:
        return candidate
    notes = [*candidate.annotation.get("notes", ()), say_momentum(found)]
    return replace(candidate, annotation={**candidate.annotation, "notes": notes})


def momentum_of_candidate(candidate: Candidate) -> Momentum | None:
    """How its followers changed since it was first read; None when it was read once or within a week.

    None too where a later reading has an earlier time: a clock was put back, and no span can be told.
    """
    found = list(sightings_of(candidate))
    if any(later.at < sooner.at for sooner, later in pairwise(found)):
        return None
    return momentum_of(found)


def sightings_of(candidate: Candidate) -> Iterator[Sighting]:
    """Every reading that showed followers, oldest first."""
    for event in candidate.history:
        if event.what == "refreshed" and isinstance(event.value, Mapping):
            yield Sighting(at=moment(event.value["at"]), followers=_count(event.value["followers"]))
    seen = _sighting_now(candidate)
    if seen:
        yield seen


def _sighting_now(candidate: Candidate) -> Sighting | None:
    followers = candidate.profile.get("followers")
    return Sighting(at=_read_at(candidate), followers=_count(followers)) if followers else None


def _read_at(candidate: Candidate) -> datetime:
    """When the stored profile was read: its own time, else that of the last reading in the history."""
    captured = candidate.profile.get("captured_at")
    if captured:
        return moment(captured)
    return next((event.at for event in reversed(candidate.history) if event.what in READ), candidate.saved_at)


def _kept(seen: Sighting) -> dict[str, Any]:
    return {"at": stamp(seen.at), "followers": {"value": seen.followers.value, "exact": seen.followers.exact}}


def _count(body: Mapping[str, Any]) -> Count:
    return Count(value=body["value"], exact=body.get("exact", True))
