"""Use case: what changed on a saved person's profile between the reading that was saved and the newest sighting."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from server.domain.profile import Count
from server.services.candidate_records import moment
from server.services.follower_history import READ
from server.services.note_sighting import digest_of
from server.services.ports import Body
from server.services.sighting_rules import SightingRules, load_sighting_rules

Number = TypeVar("Number", int, float)
WORD = re.compile(r"\w[\w'’&-]*")
LITTLE = 3
"""Words of so many plain letters (and, the, les) say nothing about a change."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Since:
    """Changes of note; a pair is (before, after) and None where nothing changed or one of both is unknown.

    `seen_on` is never before `saved_on`, also where a clock was put back between the two.
    """

    saved_on: str
    seen_on: str
    followers: tuple[Count, Count] | None
    engagement: tuple[float, float] | None
    load: tuple[float, float] | None
    fit: tuple[int, int] | None
    new_words: tuple[str, ...]
    gone_words: tuple[str, ...]
    new_niches: tuple[str, ...]
    gone_niches: tuple[str, ...]


def since_saved(body: Body, rules: SightingRules | None = None) -> Since | None:
    """The comparison of a candidate's body; None when it was not seen again after it was saved."""
    seen = body.get("seen_again")
    if not seen:
        return None
    cuts = rules or load_sighting_rules()
    saved_on = read_on(body)
    saved = digest_of(body["profile"], body["annotation"], at=moment(saved_on))
    return Since(
        saved_on=saved_on,
        seen_on=max(seen["at"], saved_on, key=moment),
        followers=followers_moved(saved["followers"], seen["followers"], cuts.followers),
        engagement=moved(saved["engagement"], seen["engagement"], cuts.engagement * (saved["engagement"] or 0)),
        load=moved(saved["load"], seen["load"], cuts.load),
        fit=fit_moved(saved["fit"], seen["fit"], cuts.fit),
        new_words=words_added(saved["bio"], seen["bio"])[: cuts.bio_words],
        gone_words=words_added(seen["bio"], saved["bio"])[: cuts.bio_words],
        new_niches=added(saved["niches"], seen["niches"]),
        gone_niches=added(seen["niches"], saved["niches"]),
    )


def read_on(body: Body) -> str:
    """When the stored profile was read: by the browser's clock, but never later than it arrived here by this one's."""
    arrived = next((event["at"] for event in reversed(body.get("history", ())) if event["what"] in READ), None)
    times = [time for time in (body["profile"].get("captured_at"), arrived or body["saved_at"]) if time]
    return str(min(times, key=moment))


def followers_moved(before: Any, after: Any, least: float) -> tuple[Count, Count] | None:
    """Both counts, when their true values cannot be the same and differ by at least the share `least`."""
    if before is None or after is None:
        return None
    old, new = count_of(before), count_of(after)
    (old_low, old_high), (new_low, new_high) = old.interval(), new.interval()
    is_open = old_low <= new_high and new_low <= old_high
    return None if is_open or abs(new.value - old.value) < least * old.value else (old, new)


def moved(before: Number | None, after: Number | None, least: float) -> tuple[Number, Number] | None:
    """Both values, when both are known and differ by at least `least`."""
    if before is None or after is None or before == after or abs(after - before) < least - 1e-9:
        return None
    return before, after


def fit_moved(
    before: Mapping[str, Any] | None, after: Mapping[str, Any] | None, least: float
) -> tuple[int, int] | None:
    """Both scores, when they are for the same brand."""
    if not before or not after or before["brand"] != after["brand"]:
        return None
    return moved(before["score"], after["score"], least)


def words_added(before: str | None, after: str | None) -> tuple[str, ...]:
    """Words of `after` that `before` has not, in their order; none when one of both is unknown."""
    if before is None or after is None:
        return ()
    old = {word.casefold() for word in WORD.findall(before)}
    new = [word for word in WORD.findall(after) if word.casefold() not in old]
    return tuple(dict.fromkeys(word for word in new if len(word) > LITTLE or not word.isascii()))


def added(before: list[str] | None, after: list[str] | None) -> tuple[str, ...]:
    """Ids of `after` that `before` has not; none when one of both is unknown."""
    return () if before is None or after is None else tuple(id_ for id_ in after if id_ not in before)


def count_of(body: Any) -> Count:
    """A count as stored; a bare integer is exact."""
    return Count(value=body) if isinstance(body, int) else Count(value=body["value"], exact=body.get("exact", True))
