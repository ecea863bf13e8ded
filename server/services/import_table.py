"""Pasted text as a table: CSV, one handle a line, or Zeeschuimer's NDJSON; and which column is what."""

import csv
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass

from server.domain.errors import InvalidInput
from server.services.import_ndjson import is_ndjson, rows_in

MOST_ROWS = 5_000
FIELDS: Mapping[str, tuple[str, ...]] = {
    "handle": (
        "handle",
        "username",
        "user",
        "author",
        "account",
        "profile",
        "url",
        "link",
        "address",
        "author_username",
    ),
    "platform": ("platform", "network", "source", "source_platform", "tiktok_url", "post_source_domain", "url"),
    "name": ("name", "full name", "author_fullname", "author_full", "author_name", "display name"),
    "bio": ("bio", "biography", "signature", "author_bio", "description"),
    "followers": ("followers", "follower count", "followers_count", "author_followers", "fans"),
    "caption": ("caption", "body", "post", "text"),
    "likes": ("likes", "num_likes", "amount_likes", "like count"),
    "comments": ("comments", "num_comments", "amount_comments", "comment count"),
    "views": ("views", "plays", "amount_plays", "view count"),
    "published": ("published", "unix_timestamp", "timestamp", "date"),
    "note": ("note", "notes", "comment", "remark"),
    "tags": ("tags", "labels"),
    "joined_with": ("joined_with", "joined with"),
}
"""What can be read in, and the heads that mean it; those of 4CAT and Zeeschuimer exports are among them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Table:
    """Heads and rows as texts; a plain list of handles has the one head "handle"."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def guessed(self) -> dict[str, str]:
        """For each field the head that means it, where one does."""
        known = {head.strip().casefold(): head for head in self.heads}
        found = {field: next((known[word] for word in words if word in known), "") for field, words in FIELDS.items()}
        return {field: head for field, head in found.items() if head}


def read_table(text: str) -> Table:
    """The table of a pasted text; raises InvalidInput when it is empty or too long."""
    lines = text.removeprefix("\ufeff").strip()
    if not lines:
        raise InvalidInput(
            "There is nothing to read in.", field="text", action="Paste handles or a table, or choose a file."
        )
    rows = rows_of(lines)
    if len(rows) > MOST_ROWS + 1:
        raise InvalidInput("That is too much at once.", field="text", action=f"Read in {MOST_ROWS:,} lines at a time.")
    heads, *others = rows
    return Table(heads=tuple(heads), rows=tuple(tuple(row) for row in others))


def rows_of(lines: str) -> list[list[str]]:
    """Head and rows of a Zeeschuimer export, a list of handles or a CSV; raises InvalidInput."""
    if is_ndjson(lines):
        return list(rows_in(lines))
    sign = delimiter_of(lines.splitlines()[0])
    return handles_in(lines) if sign is None else cells_in(lines, sign)


def as_text(table: Table) -> str:
    """The table as CSV that `read_table` reads as the same table."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows((table.heads, *table.rows))
    return out.getvalue()


def delimiter_of(first: str) -> str | None:
    """The sign between the columns of the first line; None for a plain list of handles."""
    heads = {word for words in FIELDS.values() for word in words}
    found = [sign for sign in (",", ";", "\t") if sign in first]
    if not found:
        return "," if first.strip().casefold() in heads else None
    sign = max(found, key=first.count)
    return sign if any(cell.strip().strip('"').casefold() in heads for cell in first.split(sign)) else None


def handles_in(text: str) -> list[list[str]]:
    """A list of handles, apart by lines, commas or blanks, under the head "handle"."""
    return [["handle"], *([word] for word in re.split(r"[\s,;]+", text) if word)]


def cells_in(text: str, sign: str) -> list[list[str]]:
    """The rows of a CSV, empty ones left out; raises InvalidInput where it is broken."""
    try:
        return [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=sign) if any(row)]
    except csv.Error as fault:
        raise InvalidInput(f"The table is broken: {fault}.", field="text", action="Save it as CSV again.") from fault
