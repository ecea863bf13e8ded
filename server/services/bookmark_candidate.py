"""Use case: save a profile to a list, change it, remove it, bring it back."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from server.domain.annotation import Annotation
from server.domain.candidate import STAGES, Candidate, Event, SeedList, candidate_id
from server.domain.errors import InvalidInput, NotFound
from server.domain.ids import new_id
from server.domain.profile import Profile
from server.scoring.wire import annotation_to_json
from server.services.candidate_records import candidate_from_body, candidate_to_body, moment, stamp
from server.services.collect_rules import check_collectable
from server.services.follower_history import read_again, with_momentum
from server.services.one_of_two import made_one
from server.services.ports import Body, Clock, Store
from server.services.stored_words import masked_profile
from server.wire.profile_out import profile_to_json


def bookmark(
    store: Store, seed_list: SeedList, profile: Profile, annotation: Annotation, *, clock: Clock, keep_contacts: bool
) -> Candidate:
    """Save or refresh the candidate of `profile` in a list: saving twice is saving once, notes and stage stay.

    The very same reading once more, as when an answer was lost and the click is sent again, changes nothing at all.

    Raises InvalidInput without a handle and NotCollected for accounts that are not saved.
    """
    if not profile.handle:
        raise InvalidInput("A profile needs its handle to be saved.", field="handle", action="Open the profile page.")
    check_collectable(store, profile)
    said = annotation_to_json(annotation, scores=True)
    shown = profile
    if not keep_contacts:
        shown, said = masked_profile(profile, annotation.reading), said | {"contacts": []}
    key = candidate_id(seed_list.id, profile.platform, profile.handle)
    with store.transaction():
        body = store.get("candidates", key)
        fresh = _candidate(key, seed_list, profile_to_json(shown), said, clock)
        known = candidate_from_body(body) if body else None
        if known and _is_same_reading(known, fresh):
            return known
        kept = _refreshed(known, fresh) if known else fresh
        store.put("candidates", key, candidate_to_body(kept))
    return kept


def change(store: Store, key: str, changes: dict[str, Any], *, clock: Clock) -> Candidate:
    """Set note, tags or stage of a candidate; raises NotFound or InvalidInput."""
    with store.transaction():
        candidate = find_candidate(store, key)
        for what, value in changes.items():
            candidate = _changed(candidate, what, value, clock)
        store.put("candidates", key, candidate_to_body(candidate))
    return candidate


def remove(store: Store, key: str, *, clock: Clock) -> str:
    """Take a candidate off its list; returns the id that `restore` takes. Raises NotFound."""
    with store.transaction():
        body = store.drop("candidates", key)
        if body is None:
            raise NotFound("This candidate is not on the list any more.", action="Reload the page.")
        undo = new_id()
        store.put("removed", undo, {"id": undo, "at": stamp(clock()), "candidate": body})
    return undo


def restore(store: Store, undo: str) -> Candidate:
    """Bring a removed candidate back; one who was saved again meanwhile keeps that and gets the older notes besides.

    Raises NotFound when the time for that is over.
    """
    with store.transaction():
        kept = store.drop("removed", undo)
        if kept is None:
            raise NotFound("The time to undo this is over.", action="Save the profile again.")
        back, newer = candidate_from_body(kept["candidate"]), store.get("candidates", kept["candidate"]["id"])
        both = made_one(candidate_from_body(newer), back) if newer else back
        store.put("candidates", both.id, candidate_to_body(both))
    return both


def sweep_removed(store: Store, *, clock: Clock, minutes: int) -> int:
    """Erase removed candidates whose time to undo is over; returns how many."""
    limit = clock() - timedelta(minutes=minutes)
    old = [row["id"] for row in store.rows("removed") if moment(row["at"]) < limit]
    for undo in old:
        store.drop("removed", undo)
    return len(old)


def find_candidate(store: Store, key: str) -> Candidate:
    """A candidate by its id; raises NotFound."""
    body = store.get("candidates", key)
    if body is None:
        raise NotFound("This candidate is not on the list any more.", action="Reload the page.")
    return candidate_from_body(body)


def _candidate(key: str, seed_list: SeedList, profile: Body, annotation: Body, clock: Clock) -> Candidate:
    now = clock()
    return Candidate(
        id=key,
        list_id=seed_list.id,
        platform=profile["platform"],
        handle=profile["handle"].lower(),
        profile=profile,
        annotation=annotation,
        saved_at=now,
        updated_at=now,
        history=(Event(at=now, what="saved", value=seed_list.name),),
    )


def _is_same_reading(known: Candidate, fresh: Candidate) -> bool:
    """Of the same moment and with the same words; notes are left out, the kept ones may tell of earlier readings."""
    if fresh.profile.get("captured_at") is None or known.profile != fresh.profile:
        return False
    before, after = ({**one.annotation, "notes": None} for one in (known, fresh))
    return before == after


def _refreshed(known: Candidate, fresh: Candidate) -> Candidate:
    return with_momentum(
        replace(
            known,
            profile=fresh.profile,
            annotation=fresh.annotation,
            seen_again=None,
            updated_at=fresh.updated_at,
            revision=known.revision + 1,
            history=(*known.history, read_again(known, fresh.updated_at)),
        )
    )


def _changed(candidate: Candidate, what: str, value: Any, clock: Clock) -> Candidate:
    if what == "stage" and value not in STAGES:
        raise InvalidInput(f"“{value}” is not a stage.", field="stage", action=f"Use one of {', '.join(STAGES)}.")
    if what == "tags":
        value = tuple(dict.fromkeys(tag.strip() for tag in value if tag.strip()))
    if getattr(candidate, what) == value:
        return candidate
    shown = list(value) if what == "tags" else value
    return replace(
        candidate,
        **{what: value},
        updated_at=clock(),
        revision=candidate.revision + 1,
        history=(*candidate.history, Event(at=clock(), what=what, value=shown)),
    )
