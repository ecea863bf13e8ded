"""Use case: a saved person's profile is seen again, and a few figures of it are kept beside what was saved."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from server.domain.annotation import Annotation
from server.domain.errors import NotCollected
from server.domain.profile import Profile
from server.scoring.wire import annotation_to_json
from server.services.candidate_records import moment, stamp
from server.services.collect_rules import check_collectable
from server.services.ports import Body, Clock, Store
from server.services.stored_words import masked_profile
from server.wire.profile_out import profile_to_json

SAME_VISIT = timedelta(hours=1)
"""Within it a page that has loaded less adds to what was seen before rather than replacing it.

A clock that was put back begins another visit.
"""


def note_sighting(
    store: Store, keys: Iterable[str], profile: Profile, annotation: Annotation, *, clock: Clock, keep_contacts: bool
) -> None:
    """Keep the sighting with every one of a saved account's candidates; what was saved itself stays as it is.

    Nothing is kept of a mere card or search row, nor of an account that may not be collected any more.
    """
    if profile.view not in (None, "profile") or not is_collectable(store, profile):
        return
    shown = profile if keep_contacts else masked_profile(profile, annotation.reading)
    seen = digest_of(profile_to_json(shown), annotation_to_json(annotation), at=clock())
    with store.transaction():
        for key in keys:
            body = store.get("candidates", key)
            if body and tells_more(seen, body):
                store.put("candidates", key, body | {"seen_again": joined(body.get("seen_again"), seen)})


def digest_of(profile: Mapping[str, Any], annotation: Mapping[str, Any], *, at: datetime) -> Body:
    """The few figures that are compared; None is unknown, niches too where no post could be read."""
    fit, load = annotation.get("fit"), annotation["commercial"]["load"]
    return {
        "at": stamp(at),
        "followers": profile.get("followers"),
        "bio": profile.get("bio"),
        "niches": None if load is None else [item["id"] for item in annotation["niches"]],
        "load": load,
        "engagement": annotation["engagement"]["by_followers"],
        "fit": {"brand": fit["brand"], "score": fit["score"]} if fit and load is not None else None,
    }


def tells_more(seen: Body, body: Body) -> bool:
    """Whether a sighting after the saved reading's visit says something that is not written down for this day yet."""
    if abs(moment(seen["at"]) - moment(body["updated_at"])) < SAME_VISIT and not body.get("seen_again"):
        return False
    before = body.get("seen_again")
    return before is None or before["at"][:10] != seen["at"][:10] or known(joined(before, seen)) != known(before)


def joined(before: Body | None, seen: Body) -> Body:
    """The newer one; within one visit what it does not know is taken from the one before."""
    if before is None or abs(moment(seen["at"]) - moment(before["at"])) > SAME_VISIT:
        return seen
    return before | known(seen) | {"at": seen["at"]}


def known(seen: Body) -> Body:
    """What a sighting knows, without its time."""
    return {name: value for name, value in seen.items() if value is not None and name != "at"}


def is_collectable(store: Store, profile: Profile) -> bool:
    """Whether the account may be kept as it shows itself now."""
    try:
        check_collectable(store, profile)
    except NotCollected:
        return False
    return True
