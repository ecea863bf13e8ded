"""What changed since a candidate was saved, in plain words for the reading pane."""

from typing import Any

from server.domain.profile import Count
from server.services.compare_sighting import Since, since_saved
from server.services.ports import Body
from server.web.pages.shown import figures, names


def since_words(body: Body) -> dict[str, Any] | None:
    """Both days and a (what, words) row for each change; None when the profile was not seen again."""
    found = since_saved(body)
    if found is None:
        return None
    return {"saved_on": figures.day(found.saved_on), "seen_on": figures.day(found.seen_on), "rows": rows_of(found)}


def rows_of(found: Since) -> list[tuple[str, str]]:
    """One row for each change, in the order that people ask."""
    rows = (
        ("Followers", " → ".join(count(one) for one in found.followers or ())),
        ("Fit", " → ".join(str(score) for score in found.fit or ())),
        ("Engagement", " → ".join(figures.share(rate) for rate in found.engagement or ())),
        ("Commercial load", " → ".join(figures.share(load) for load in found.load or ())),
        ("New niche", ", ".join(names.label(id_) for id_ in found.new_niches)),
        ("Niche not shown now", ", ".join(names.label(id_) for id_ in found.gone_niches)),
        ("New in the bio", quoted(found.new_words)),
        ("Gone from the bio", quoted(found.gone_words)),
    )
    return [row for row in rows if row[1]]


def count(one: Count) -> str:
    """4,610, or "about 4.6K" where the page rounded."""
    return f"{one.value:,}" if one.exact else f"about {figures.count(one.value)}"


def quoted(words: tuple[str, ...]) -> str:
    """Words in quotation marks."""
    return ", ".join(f"“{word}”" for word in words)
