"""Bytes to typed structs: strict, capped, with an answer that names the field and what to do."""

import re
from typing import TypeVar

import msgspec

from server.domain.errors import InvalidInput

T = TypeVar("T")

# An escaped half of a surrogate pair that has lost its other half: a cut emoji. Both sides are checked so that whole
# pairs stay. Replaced by U+FFFD, one code point for one, so that offsets of evidence stay true.
_ESCAPE = re.compile(
    rb"\\\\|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[dD][89a-fA-F][0-9a-fA-F]{2}"
)
_FIELD = re.compile(r" - at `\$\.?([^`]*)`$")


def mend_surrogates(raw: bytes) -> bytes:
    """Replace halves of emoji that a page cut in two by U+FFFD; everything else stays byte for byte."""
    if b"\\u" not in raw:
        return raw
    return _ESCAPE.sub(lambda match: match[0] if len(match[0]) != 6 else b"\\ufffd", raw)


def decode(raw: bytes, shape: type[T]) -> T:
    """Decode JSON `raw` into `shape`; raises InvalidInput naming the field when it does not fit."""
    try:
        return msgspec.json.decode(mend_surrogates(raw), type=shape)
    except msgspec.ValidationError as fault:
        raise _invalid(str(fault)) from None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as fault:
        raise InvalidInput(
            f"This is not valid JSON: {fault}.", action="Send one JSON object in UTF-8 as in the contract."
        ) from None


def _invalid(message: str) -> InvalidInput:
    place = _FIELD.search(message)
    field = place[1] if place and place[1] else None
    unknown = re.search(r"unknown field `([^`]+)`", message)
    if unknown:
        field = f"{field}.{unknown[1]}" if field else unknown[1]
        return InvalidInput(
            f"Unknown key “{unknown[1]}”.", field=field, action="Remove it or check its spelling against the contract."
        )
    text = _FIELD.sub("", message)
    return InvalidInput(f"{text}.", field=field, action="Give the value the type that the contract names, or null.")


def decode_plain(plain: object, shape: type[T]) -> T:
    """Convert already parsed JSON into `shape`; raises InvalidInput as `decode` does."""
    try:
        return msgspec.convert(plain, type=shape)
    except msgspec.ValidationError as fault:
        raise _invalid(str(fault)) from None
