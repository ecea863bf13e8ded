"""Use case: tell a page which accounts are saved, and what is known of them without asking anyone."""

from collections.abc import Iterable

from server.domain.annotation import Annotation
from server.scoring.strengths import strengths
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
        certain=tier.certain if tier else True,
        fit=fit.score if fit else None,
        brand=brand,
        at=clock(),
        shown=strengths(annotation.reading),
    )
    seen.add(annotation.platform, annotation.handle, glance)


def known_accounts(
    shelf: CandidateShelf, seen: SeenProfiles, current: Current, platform: str, handles: Iterable[str]
) -> dict[str, Body]:
    """For each handle that is saved or was seen: candidate, tier, nested, certain, fit and lists. Others are left out.

    What was seen last comes before what was written down when the account was saved; a fit is of the brand in use.
    """
    brand = current.brand.id if current.brand else None
    names = {found.id: found.name for found in current.lists}
    found: dict[str, Body] = {}
    for handle in handles:
        saved = shelf.of_account(platform, handle)
        glance = seen.get(platform, handle, brand)
        if saved or glance:
            newest = max(saved, key=lambda body: str(body["updated_at"]), default=None)
            shown = _of_glance(glance) if glance else _of_candidate(newest or {}, current)
            candidate = saved[0]["id"] if saved else None
            found[handle] = {
                "candidate": candidate,
                **shown,
                "lists": [names.get(body["list_id"], "") for body in saved],
            }
    return found


def _of_glance(glance: Glance) -> Body:
    return {"tier": glance.tier, "nested": glance.nested, "certain": glance.certain, "fit": glance.fit}


def _of_candidate(body: Body, current: Current) -> Body:
    """Tier and fit as saved; the fit only when it was for the brand in use."""
    annotation = body.get("annotation") or {}
    tier, fit = annotation.get("tier") or {}, annotation.get("fit") or {}
    is_of_brand = current.brand is not None and fit.get("brand") == current.brand.name
    return {
        "tier": tier.get("id"),
        "nested": tier.get("nested"),
        "certain": tier.get("certain", True),
        "fit": fit.get("score") if is_of_brand else None,
    }
