"""One row of a table becomes one profile in JSON: empty cells are left out, lists are JSON inside a cell."""

import json
import math
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from server.domain.errors import InvalidInput
from server.wire.profile_in import ProfileIn

HEADS = frozenset(field.name for field in msgspec.structs.fields(ProfileIn))
"""The contract's keys of a profile, from where they are defined."""
COUNTS = frozenset({"followers", "following", "posts_count", "likes_total"})
FLAGS = frozenset({"verified", "private"})
LISTS = frozenset({"links", "pronouns", "posts", "captions"})
WORDS = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


def check_heads(heads: Iterable[str]) -> None:
    """Raise InvalidInput for columns that the contract does not know, before any work is done."""
    given = list(heads)
    unknown = [head for head in given if head not in HEADS]
    if unknown or "platform" not in given:
        told = f"Unknown columns: {', '.join(unknown)}." if unknown else "There is no column “platform”."
        raise InvalidInput(told, field="columns", action=f"Name the columns: {', '.join(sorted(HEADS))}.")


def profile_json(cells: Mapping[str, Any]) -> bytes:
    """The row as "Profile in"; what does not fit its key is left as it is, so that the answer names the field."""
    plain = {head: value for head, cell in cells.items() if (value := _value(head, cell)) is not None}
    try:
        return msgspec.json.encode(plain)
    except UnicodeEncodeError:  # bytes that are no UTF-8 stay so, and the answer says it
        return json.dumps(plain, ensure_ascii=False).encode("utf-8", "surrogateescape")


def _value(head: str, cell: Any) -> Any:
    if isinstance(cell, str):
        return _of_text(head, cell)
    if isinstance(cell, float) and (math.isnan(cell) or cell.is_integer()):
        return None if math.isnan(cell) else int(cell)
    return _without_none(cell)


def _of_text(head: str, cell: str) -> Any:
    text = cell.strip()
    if not text:
        return None
    if head in COUNTS:
        return int(text) if text.isdecimal() else _json(text, text)
    if head in FLAGS:
        return WORDS.get(text.lower(), text)
    if head in LISTS:
        return _json(text, [cell] if head == "captions" else text)
    return cell


def _json(text: str, otherwise: Any) -> Any:
    """The JSON list or object that the cell holds."""
    if not text.startswith(("[", "{")):
        return otherwise
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return otherwise


def _without_none(value: Any) -> Any:
    """Parquet names every key of a struct; what is None was not said."""
    if isinstance(value, dict):
        return {key: _without_none(inner) for key, inner in value.items() if inner is not None}
    if isinstance(value, list):
        return [_without_none(inner) for inner in value]
    return value
