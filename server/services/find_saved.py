"""Use case: tell a page which accounts are saved, and what is known of them without asking anyone."""

from collections.abc import Iterable
from typing import Any

from server.domain.annotation import Annotation
from server.services.choose_current import Current
from server.services.ports import Body, CandidateShelf, Clock
from server.services.seen_profiles import Glance, SeenProfiles


def saved_marks(shelf: CandidateShelf, current: Current, platform: str, handle: str) -> list[Body]:
    """Every list that holds the account: candidate id, list, stage, note and tags; empty when none does."""
    names = {found.id: found.name for found in current.lists}
    return [
        {
            "candidate": body["id"],
            "list": body["list_id"],
            "list_name": names.get(body["list_id"], ""),
            "stage": body["stage"],
            "note": body["note"],
            "tags": list(body["tags"]),
        }
        for body in shelf.of_account(platform, handle)
    ]


def remember(seen: SeenProfiles, annotation: Annotation, brand: str | None, *, clock: Clock) -> None:
    """Keep the small badge of a profile that was looked at, in memory only."""
    if annotation.handle is None:
        return
    tier, fit = annotation.tier, annotation.fit
    glance = Glance(
        tier=tier.id if tier else None,
        nested=tier.nested if tier else None,
        fit=fit.score if fit else None,
        brand=brand,
        at=clock(),
    )
    seen.add(annotation.platform, annotation.handle, glance)


def known_accounts(
    shelf: CandidateShelf, seen: SeenProfiles, current: Current, platform: str, handles: Iterable[str]
) -> dict[str, dict[str, Any]]:
    """For each handle that is saved or was seen: candidate, tier, nested, fit and lists. Others are left out."""
    brand = current.brand.id if current.brand else None
    found: dict[str, dict[str, Any]] = {}
    for handle in handles:
        marks = saved_marks(shelf, current, platform, handle)
        glance = seen.get(platform, handle, brand)
        if marks or glance:
            found[handle] = {
                "candidate": marks[0]["candidate"] if marks else None,
                "tier": glance.tier if glance else None,
                "nested": glance.nested if glance else None,
                "fit": glance.fit if glance else None,
                "lists": [mark["list_name"] for mark in marks],
            }
    return found
