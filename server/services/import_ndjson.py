"""Zeeschuimer's export (one JSON object a line, each a post as the platform sent it) as a table."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from server.domain.errors import InvalidInput

Item = dict[str, Any]
Paths = tuple[str, ...]
PLATFORMS = {"instagram.com": "instagram", "tiktok.com": "tiktok"}
"""Zeeschuimer's name of the source, without "www."."""
FIELDS: Mapping[str, Mapping[str, Paths]] = {
    "instagram": {
        "handle": ("user.username", "owner.username"),
        "name": ("user.full_name", "owner.full_name"),
        "bio": ("user.biography", "owner.biography"),
        "followers": ("user.follower_count", "owner.edge_followed_by.count"),
        "caption": ("caption.text", "edge_media_to_caption.edges.0.node.text"),
        "likes": ("like_count", "edge_media_preview_like.count"),
        "comments": ("comment_count", "edge_media_to_comment.count", "edge_media_preview_comment.count"),
        "views": ("play_count", "view_count", "video_view_count"),
        "published": ("taken_at", "taken_at_timestamp"),
    },
    "tiktok": {
        "handle": ("author.uniqueId", "author"),
        "name": ("author.nickname",),
        "bio": ("author.signature",),
        "followers": ("authorStatsV2.followerCount", "authorStats.followerCount"),
        "caption": ("desc",),
        "likes": ("statsV2.diggCount", "stats.diggCount"),
        "comments": ("statsV2.commentCount", "stats.commentCount"),
        "views": ("statsV2.playCount", "stats.playCount"),
        "published": ("createTime",),
    },
}
"""Where each dialect of a platform keeps what can be read in; the first path that holds something counts."""
HEADS = ("handle", "platform", *list(FIELDS["tiktok"])[1:])
HIDDEN = {"likes": "like_and_view_counts_disabled"}


def is_ndjson(text: str) -> bool:
    """Whether the first line is a JSON object."""
    return text.lstrip().startswith("{")


def rows_in(text: str) -> Iterator[list[str]]:
    """The head, then a row for each post of Instagram or TikTok; adverts are left out, broken lines refused."""
    yield list(HEADS)
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            yield from row_of(record_in(line, number))


def record_in(line: str, number: int) -> Item:
    """The object of a line; raises InvalidInput naming it."""
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise InvalidInput(f"Line {number} is broken.", field="text", action="Export the file again.")
    return found


def row_of(record: Item) -> Iterator[list[str]]:
    """One row, none for an advert or another platform."""
    platform = PLATFORMS.get(str(record.get("source_platform", "")).removeprefix("www."))
    item = record.get("data")
    if platform and isinstance(item, dict) and not is_advert(item):
        cells = {
            field: "" if item.get(HIDDEN.get(field, "")) else at(item, paths)
            for field, paths in FIELDS[platform].items()
        }
        yield [cells["handle"], platform, *(cells[field] for field in HEADS[2:])]


def is_advert(item: Item) -> bool:
    """Paid by somebody to be seen, so it says nothing of what the person posts."""
    return item.get("product_type") == "ad" or item.get("isAd") is True


def at(item: Item, paths: Paths) -> str:
    """The first text or number at one of the dotted paths, "" when there is none."""
    return next((str(value) for value in (reached(item, path) for path in paths) if is_plain(value)), "")


def reached(value: Any, path: str) -> Any:
    """What a dotted path leads to, None where it breaks off."""
    for step in path.split("."):
        if isinstance(value, list):
            value = value[int(step)] if step.isdigit() and int(step) < len(value) else None
        else:
            value = value.get(step) if isinstance(value, dict) else None
    return value


def is_plain(value: Any) -> bool:
    """A text or a number that says something."""
    return isinstance(value, str | int) and not isinstance(value, bool) and value != ""
