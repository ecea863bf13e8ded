"""Everything about one candidate for the reading pane: words with marks, parts, chips, posts, numbers, history."""

from collections.abc import Iterable, Mapping
from typing import Any

from server.web.pages.shown import figures, names
from server.web.pages.shown.marks import Piece, excerpt, marked, spans_in
from server.web.pages.shown.rows import rests_on

Json = Mapping[str, Any]
Words = list[tuple[str, tuple[Piece, ...]]]
SOURCES = {"bio": "bio", "name": "name", "category": "category", "link": "link"}
MOST_WORDS = 4


def chosen_evidence(annotation: Json, show: str) -> list[Json]:
    """The evidence of the item that `show` names ("ceramics", "part:craft"), else of all niches and signals."""
    items = [*annotation["niches"], *annotation["signals"]]
    parts = (annotation.get("fit") or {}).get("parts", [])
    if show.startswith("part:"):
        items = [part for part in parts if part["id"] == show.removeprefix("part:")]
    elif show:
        items = [item for item in items if item["id"] == show]
    return [evidence for item in items for evidence in item["evidence"]]


def texts_of(profile: Json) -> dict[str, str]:
    """The text that each evidence source counts in; links may hold several."""
    posts = profile.get("posts") or []
    captions = {f"caption:{n}": post.get("caption") or "" for n, post in enumerate(posts)}
    return {name: profile.get(name) or "" for name in ("bio", "name", "category")} | captions


def words_behind(evidence: Iterable[Json], texts: Mapping[str, str]) -> Words:
    """Where each piece of evidence stands and the sentence around it, without doubles, the first four."""
    seen: dict[tuple[str, str], tuple[Piece, ...]] = {}
    for item in evidence:
        text = texts.get(item["source"])
        if text and item["end"] <= len(text):
            pieces = excerpt(text, item["start"], item["end"])
        else:
            pieces = ((item["text"], True),)
        seen.setdefault((source_words(item["source"]), item["text"].casefold()), pieces)
    return [(where, pieces) for (where, _), pieces in list(seen.items())[:MOST_WORDS]]


def source_words(source: str) -> str:
    """ "bio", "post 4" for caption:3."""
    kind, _, number = source.partition(":")
    return f"post {int(number) + 1}" if number.isdigit() else SOURCES.get(kind, kind)


def parts_of(annotation: Json, texts: Mapping[str, str]) -> list[dict[str, Any]]:
    """The fit's parts, known ones first in the order of the fit."""
    parts = (annotation.get("fit") or {}).get("parts", [])
    shown = [{**part, "words": words_behind(part["evidence"], texts)} for part in parts]
    return sorted(shown, key=lambda part: part["value"] is None)


def chips_of(annotation: Json) -> list[tuple[str, list[dict[str, Any]]]]:
    """Niches, then signals by facet: id, label, how many words show it."""
    facets: dict[str, list[dict[str, Any]]] = {"Niches": [chip(item) for item in annotation["niches"]]}
    for facet, title in names.FACETS.items():
        facets[title] = [chip(item) for item in annotation["signals"] if item["facet"] == facet]
    return [(title, chips) for title, chips in facets.items() if chips]


def chip(item: Json) -> dict[str, Any]:
    """A niche or signal as a chip."""
    return {"id": item["id"], "label": names.label(item["id"]), "words": len(item["evidence"])}


def posts_of(profile: Json, annotation: Json, evidence: list[Json]) -> list[dict[str, Any]]:
    """The read posts, newest as the page had them, with class, marked caption and numbers."""
    posts, classes = profile.get("posts") or [], annotation["posts"]
    return [post_of(n, post, classes[n] if n < len(classes) else {}, evidence) for n, post in enumerate(posts)]


def post_of(number: int, post: Json, read: Json, evidence: list[Json]) -> dict[str, Any]:
    """One post; hidden counts are unknown."""
    source = f"caption:{number}"
    spans = spans_in(source, (*evidence, *read.get("evidence", ())))
    return {
        "number": number + 1,
        "class": read.get("class", "none"),
        "class_words": names.CLASSES[read.get("class", "none")],
        "brands": read.get("brands", []),
        "caption": marked(post.get("caption") or "", spans),
        "day": figures.day(post["published_at"]) if post.get("published_at") else "",
        "likes": figures.count(post.get("likes")),
        "comments": figures.count(post.get("comments")),
        "views": figures.count(post.get("views")) if post.get("views") is not None else "",
        "pinned": bool(post.get("pinned")),
        "coauthors": post.get("coauthors") or [],
    }


def numbers_of(profile: Json, annotation: Json) -> list[tuple[str, str, str]]:
    """(name, number, what it rests on) in the order that people ask."""
    engagement, commercial = annotation["engagement"], annotation["commercial"]
    rests, usual = rests_on(engagement), engagement.get("usual")
    band = f"usual here: {figures.share(usual[0])} to {figures.share(usual[1])}" if usual else ""
    rows = [
        ("Followers", count_words(profile.get("followers")), ""),
        ("Following", count_words(profile.get("following")), ""),
        ("Posts", count_words(profile.get("posts_count")), ""),
        ("Engagement by followers", figures.share(engagement["by_followers"]), rests),
        ("Engagement by views", figures.share(engagement["by_views"]), rests),
        ("Band", engagement.get("band") or figures.UNKNOWN, band),
        ("Median likes", figures.count(engagement.get("median_likes")), ""),
        ("Median comments", figures.count(engagement.get("median_comments")), ""),
        ("Posts a week", figures.decimal(engagement.get("posts_per_week")), ""),
        ("Last post", days_ago(engagement.get("last_post_days")), "when it was read"),
        ("Commercial load", figures.share(commercial["load"]), "paid, gifted and affiliate of all posts read"),
    ]
    return [row for row in rows if row[1] != figures.UNKNOWN or row[0].startswith(("Followers", "Engagement by"))]


def count_words(count: Json | int | None) -> str:
    """48,210, or "about 48.2K" where the page rounded."""
    if count is None:
        return figures.UNKNOWN
    if isinstance(count, int):
        return f"{count:,}"
    return f"{count['value']:,}" if count.get("exact", True) else f"about {figures.count(count['value'])}"


def days_ago(days: float | None) -> str:
    """ "today", "3 days ago"."""
    if days is None:
        return figures.UNKNOWN
    return "today" if days < 1 else figures.several(int(days), "day ago", "days ago")


def history_of(body: Json) -> list[tuple[str, str, str]]:
    """(day, what, value), newest first; long notes are cut."""
    return [
        (figures.day(event["at"]), names.CHANGES.get(event["what"], event["what"]), value_words(event))
        for event in reversed(body.get("history", []))
    ]


def value_words(event: Json) -> str:
    """The new value of a change as words."""
    value = event.get("value")
    if event["what"] == "refreshed" and isinstance(value, dict):
        return f"{value['followers']['value']:,} followers before"
    if event["what"] == "stage":
        return names.STAGES.get(str(value), str(value))
    if isinstance(value, list):
        return ", ".join(value) or "none"
    return "" if value is None else str(value)[:120] or "empty"
