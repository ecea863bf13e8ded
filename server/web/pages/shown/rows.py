"""A candidate as one row or card of a list."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import ceil
from typing import Any

from server.domain.account import Account
from server.services.account_address import account_address
from server.web.pages.shown import figures, names
from server.web.pages.shown.since_saved import since_words


@dataclass(frozen=True, kw_only=True, slots=True)
class FitShown:
    """Score, its four-step bar, how much it rests on; `score` is None when no part is known."""

    score: int | None
    steps: int
    known: int
    of: int
    low: int | None
    high: int | None
    sentence: str

    @property
    def is_thin(self) -> bool:
        """Less than a third of the parts is known."""
        return self.known * 3 < self.of

    @property
    def coverage(self) -> str:
        """ "from 6 of 9 parts"."""
        return f"from {self.known} of {self.of} parts"


@dataclass(frozen=True, kw_only=True, slots=True)
class EngagementShown:
    """The rate of the platform's own measure, the band's word and what it rests on."""

    rate: str
    band: str | None
    of: str
    rests: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """What a list says of a candidate.

    `also` says where else the same person is, None when nobody is joined; `changed` what is not as it was saved.
    """

    id: str
    name: str
    handle: str
    platform: str
    address: str
    followers: str
    tier: str
    fit: FitShown | None
    engagement: EngagementShown
    niches: tuple[tuple[str, str], ...]
    signals: tuple[tuple[str, str], ...]
    stage: str
    stage_words: str
    tags: tuple[str, ...]
    note: str
    saved: str
    read_from: str
    changed: str
    also: str | None = None


def row_of(body: Mapping[str, Any]) -> Row:
    """A stored candidate as a row."""
    annotation, profile = body["annotation"], body["profile"]
    tier = annotation.get("tier")
    return Row(
        id=body["id"],
        name=profile.get("name") or body["handle"],
        handle=body["handle"],
        platform=names.PLATFORMS[body["platform"]],
        address=account_address(body["platform"], body["handle"]),
        followers=figures.count(tier["followers"] if tier else None),
        tier=names.tier_words(tier),
        fit=fit_of(annotation.get("fit")),
        engagement=engagement_of(body["platform"], annotation["engagement"]),
        niches=labelled(annotation["niches"][:3]),
        signals=labelled(annotation["signals"][:5]),
        stage=body["stage"],
        stage_words=names.STAGES.get(body["stage"], body["stage"]),
        tags=tuple(body.get("tags", ())),
        note=body.get("note", ""),
        saved=figures.day(body["saved_at"]),
        changed=changes_of(body),
        read_from=names.VIEWS.get(profile.get("view", ""), "read in from a table"),
    )


def marked_row(body: Mapping[str, Any], other: Account | None) -> Row:
    """The row of a candidate who is joined with another account, or with none."""
    return replace(row_of(body), also=also_words(other))


def also_words(other: Account | None) -> str | None:
    """ "also @sol on TikTok" of who is joined with that account, None without one."""
    return f"also @{other.handle} on {names.PLATFORMS[other.platform]}" if other else None


def changes_of(body: Mapping[str, Any]) -> str:
    """ "Followers 3,120 → 4,610; Fit 70 → 78", "" where the newest sighting says nothing new."""
    since = since_words(dict(body))
    return "; ".join(f"{what} {words}" for what, words in since["rows"]) if since else ""


def fit_of(fit: Mapping[str, Any] | None) -> FitShown | None:
    """The small fit, None when no brand was there."""
    if not fit:
        return None
    score = fit["score"]
    return FitShown(
        score=score,
        steps=0 if score is None else max(1, ceil(score / 25)),
        known=fit["known"],
        of=fit["of"],
        low=fit.get("low"),
        high=fit.get("high"),
        sentence=fit.get("sentence") or "",
    )


def engagement_of(platform: str, engagement: Mapping[str, Any]) -> EngagementShown:
    """TikTok is measured by views, Instagram by followers."""
    measure = "by_views" if platform == "tiktok" else "by_followers"
    return EngagementShown(
        rate=figures.share(engagement[measure]),
        band=engagement.get("band"),
        of="of views" if measure == "by_views" else "of followers",
        rests=rests_on(engagement),
    )


def rests_on(engagement: Mapping[str, Any]) -> str:
    """ "from 10 of 12 posts, likes hidden on 2"."""
    words = [f"from {engagement['used']} of {engagement['seen']} posts"]
    words += [f"likes hidden on {engagement['hidden']}"] if engagement.get("hidden") else []
    words += [f"{engagement['pinned']} pinned left out"] if engagement.get("pinned") else []
    words += [f"{engagement['coauthored']} with co-authors left out"] if engagement.get("coauthored") else []
    words += ["few posts, so a rough figure"] if engagement.get("state") == "thin" else []
    return ", ".join(words)


def labelled(items: list[Mapping[str, Any]]) -> tuple[tuple[str, str], ...]:
    """(id, label) of niches or signals."""
    return tuple((item["id"], names.label(item["id"])) for item in items)
