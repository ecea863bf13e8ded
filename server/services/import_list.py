"""Use case: people of a table come onto a list; nobody who is there is touched, and each line gets its answer."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import cast

from server.domain.annotation import Annotation
from server.domain.candidate import SeedList, candidate_id
from server.domain.errors import InvalidInput, SeedlistError
from server.domain.profile import Count, Platform, Post, Profile
from server.services.bookmark_candidate import bookmark, change
from server.services.import_table import Table
from server.services.ports import Clock, Store

Annotate = Callable[[Profile], Annotation]
HANDLE = re.compile(r"[A-Za-z0-9._]{1,60}")
ADDRESS = re.compile(r"(?:https?://)?(?:www\.)?(instagram|tiktok)\.com/@?([^/?#]+)", re.IGNORECASE)
COUNT = re.compile(r"(\d+(?:\.\d+)?)\s*([KM]?)", re.IGNORECASE)
POST = ("caption", "likes", "comments", "views", "published")
MOST_POSTS = 60
MIDNIGHT = datetime(1970, 1, 1, tzinfo=UTC)
UNITS = {"": 1, "K": 1_000, "M": 1_000_000}


@dataclass(frozen=True, kw_only=True, slots=True)
class Person:
    """The rows of one account: the first words of each field, all posts, the numbers of its lines (from 1)."""

    platform: Platform
    handle: str
    cells: Mapping[str, str]
    posts: tuple[Post, ...]
    lines: tuple[int, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """What became of a line: `did` is added, there or refused; `why` says more where there is more to say."""

    number: int
    handle: str
    did: str
    why: str = ""


def import_list(
    store: Store, seed_list: SeedList, people: list[Person], *, annotate: Annotate, clock: Clock, keep_contacts: bool
) -> list[Line]:
    """Save everybody who is not on the list yet; one line of answer for each person."""
    return [_import(store, seed_list, person, annotate, clock, keep_contacts) for person in people]


def _import(
    store: Store, seed_list: SeedList, person: Person, annotate: Annotate, clock: Clock, keep_contacts: bool
) -> Line:
    number, handle = person.lines[0], person.handle
    if store.get("candidates", candidate_id(seed_list.id, person.platform, handle)):
        return Line(number=number, handle=handle, did="there")
    profile = profile_of(person)
    try:
        kept = bookmark(store, seed_list, profile, annotate(profile), clock=clock, keep_contacts=keep_contacts)
        change(store, kept.id, work_of(person), clock=clock)
    except SeedlistError as fault:
        return Line(number=number, handle=handle, did="refused", why=fault.message)
    return Line(number=number, handle=handle, did="added")


def people_of(table: Table, columns: Mapping[str, str], platform: Platform) -> tuple[list[Person], list[Line]]:
    """Rows of one account become one person; lines without a readable handle are refused."""
    found: dict[tuple[Platform, str], Person] = {}
    refused: list[Line] = []
    for number, row in enumerate(table.rows, start=1):
        cells = cells_of(table, row, columns)
        try:
            where, handle = account_of(cells.get("handle", ""), cells.get("platform", ""), platform)
        except InvalidInput as fault:
            refused.append(Line(number=number, handle=cells.get("handle", "")[:60], did="refused", why=fault.message))
            continue
        known = found.get((where, handle.lower()))
        found[where, handle.lower()] = joined(known, where, handle, cells, number)
    return list(found.values()), refused


def joined(known: Person | None, platform: Platform, handle: str, cells: Mapping[str, str], number: int) -> Person:
    """The person with one more line."""
    posts = (post_of(cells),) if any(cells.get(field) for field in POST) else ()
    if known is None:
        return Person(platform=platform, handle=handle, cells=cells, posts=posts, lines=(number,))
    return Person(
        platform=platform,
        handle=known.handle,
        cells={**cells, **known.cells},
        posts=(*known.posts, *posts),
        lines=(*known.lines, number),
    )


def cells_of(table: Table, row: tuple[str, ...], columns: Mapping[str, str]) -> dict[str, str]:
    """The row's texts by field; empty ones are left out."""
    by_head = dict(zip(table.heads, row, strict=False))
    read = {field: by_head.get(head, "").strip() for field, head in columns.items()}
    return {field: text for field, text in read.items() if text}


def account_of(text: str, said: str, platform: Platform) -> tuple[Platform, str]:
    """Platform and handle of "@name", "name" or an address; raises InvalidInput for anything else."""
    address = ADDRESS.match(text)
    where = address[1].lower() if address else platform_in(said, platform)
    handle = address[2] if address else text.strip().removeprefix("@")
    if where not in ("instagram", "tiktok") or not HANDLE.fullmatch(handle):
        raise InvalidInput("No handle of Instagram or TikTok.", field="handle", action="Mend the line and try again.")
    return cast(Platform, where), handle


def platform_in(said: str, usual: Platform) -> str:
    """The platform that a word or an address names, the usual one for nothing and for addresses elsewhere."""
    named = next((name for name in ("tiktok", "instagram") if name in said.casefold()), None)
    return named or (usual if not said.strip() or "." in said else said.strip().lower())


def profile_of(person: Person) -> Profile:
    """What the table says of a person; the rest is unknown until their page is opened."""
    return Profile(
        platform=person.platform,
        handle=person.handle,
        name=person.cells.get("name"),
        bio=person.cells.get("bio"),
        followers=count_of(person.cells.get("followers", "")),
        posts=newest(person.posts),
    )


def post_of(cells: Mapping[str, str]) -> Post:
    """What a line says of a post; numbers that it rounds are left unknown."""
    likes, comments, views = (exact_in(cells.get(field, "")) for field in ("likes", "comments", "views"))
    at = time_of(cells.get("published", ""))
    return Post(caption=cells.get("caption"), likes=likes, comments=comments, views=views, published_at=at)


def exact_in(text: str) -> int | None:
    """A whole number, None where it is rounded or not there."""
    count = count_of(text)
    return count.value if count and count.exact else None


def newest(posts: tuple[Post, ...]) -> tuple[Post, ...]:
    """The newest first where all say when; at most what a profile page would show."""
    if all(post.published_at for post in posts):
        posts = tuple(sorted(posts, key=lambda post: post.published_at or MIDNIGHT, reverse=True))
    return posts[:MOST_POSTS]


def time_of(text: str) -> datetime | None:
    """Seconds since 1970 or an ISO time, read as UTC where it names no zone; None for anything else."""
    try:
        if text.isdigit():
            return datetime.fromtimestamp(int(text), UTC)
        found = datetime.fromisoformat(text)
    except (ValueError, OverflowError, OSError):
        return None
    return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)


def count_of(text: str) -> Count | None:
    """ "3120" and "3,120" are exact, "3.1K" is rounded; anything else is unknown."""
    found = COUNT.fullmatch(text.replace(",", "").strip())
    if not found or (not found[2] and "." in found[1]):
        return None
    return Count(value=round(float(found[1]) * UNITS[found[2].upper()]), exact=not found[2])


def work_of(person: Person) -> dict[str, object]:
    """Note and tags, where the table has them."""
    tags = [tag.strip()[:60] for tag in re.split(r"[,;|]", person.cells.get("tags", "")) if tag.strip()]
    note = person.cells.get("note", "")[:20_000]
    return ({"note": note} if note else {}) | ({"tags": tags} if tags else {})
