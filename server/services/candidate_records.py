"""Candidates and lists as bodies of the store, and back."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from server.domain.candidate import Candidate, Event, SeedList
from server.services.ports import Body


def candidate_to_body(candidate: Candidate) -> Body:
    """Plain JSON of a candidate; times are ISO 8601 in UTC."""
    plain = {name: getattr(candidate, name) for name in Candidate.__dataclass_fields__}
    return plain | {
        "profile": dict(candidate.profile),
        "annotation": dict(candidate.annotation),
        "tags": list(candidate.tags),
        "saved_at": stamp(candidate.saved_at),
        "updated_at": stamp(candidate.updated_at),
        "history": [{"at": stamp(e.at), "what": e.what, "value": e.value} for e in candidate.history],
    }


def candidate_from_body(body: Mapping[str, Any]) -> Candidate:
    """The candidate that `candidate_to_body` wrote."""
    known = {name: body[name] for name in Candidate.__dataclass_fields__ if name in body}
    return Candidate(
        **known
        | {
            "tags": tuple(body.get("tags", ())),
            "saved_at": moment(body["saved_at"]),
            "updated_at": moment(body["updated_at"]),
            "history": tuple(
                Event(at=moment(e["at"]), what=e["what"], value=e.get("value")) for e in body.get("history", ())
            ),
        }
    )


def list_to_body(seed_list: SeedList) -> Body:
    """Plain JSON of a list."""
    return {
        "id": seed_list.id,
        "name": seed_list.name,
        "brand": seed_list.brand,
        "created_at": stamp(seed_list.created_at),
        "ends_on": iso(seed_list.ends_on),
        "announced_on": iso(seed_list.announced_on),
    }


def list_from_body(body: Mapping[str, Any]) -> SeedList:
    """The list that `list_to_body` wrote."""
    return SeedList(
        id=body["id"],
        name=body["name"],
        brand=body["brand"],
        created_at=moment(body["created_at"]),
        ends_on=day(body.get("ends_on")),
        announced_on=day(body.get("announced_on")),
    )


def iso(on: date | None) -> str | None:
    """YYYY-MM-DD, None for no day."""
    return on.isoformat() if on else None


def day(text: str | None) -> date | None:
    """The day that `iso` wrote."""
    return date.fromisoformat(text) if text else None


def stamp(at: datetime) -> str:
    """ISO 8601 in UTC with a Z, to the millisecond."""
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def moment(text: str) -> datetime:
    """The time that `stamp` wrote."""
    return datetime.fromisoformat(text)
