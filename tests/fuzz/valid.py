"""Reads `requests-*.toml`: the requests that the app answers, before anything is broken. Unknown keys fail loudly."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

TABLES = [Path(__file__).with_name(f"requests-{room}.toml") for room in ("api", "pages", "lists")]
FORM, JSON = "application/x-www-form-urlencoded", "application/json"


@dataclass(frozen=True, kw_only=True, slots=True)
class Request:
    """One request as bytes on the wire would say it; `path` holds the query, percent signs unread."""

    method: str
    path: bytes
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One row of the table; `weight` is how often it is taken."""

    path: str
    who: str
    method: str = "GET"
    json: str | None = None
    form: str | None = None
    weight: int = 1


def rows() -> list[Row]:
    """The table; TypeError names a key that nobody reads."""
    tables = [tomllib.loads(path.read_text("utf-8")) for path in TABLES]
    if any(set(table) != {"request"} for table in tables):
        raise TypeError("The tables hold [[request]] and nothing else")
    return [Row(**row) for table in tables for row in table["request"]]


def valid(row: Row, secrets: Mapping[str, str]) -> Request:
    """The rightful request of a row; `secrets` holds what %NAME% stands for and the askers' signs."""
    text = row.json if row.json is not None else row.form
    said = {} if text is None else {"Content-Type": JSON if row.json is not None else FORM}
    request = Request(method=row.method, path=filled(row.path, secrets).encode(), headers=said | signs(row, secrets))
    return replace(request, body=filled(text or "", secrets).encode())


def signs(row: Row, secrets: Mapping[str, str]) -> dict[str, str]:
    """The headers by which an asker is known."""
    host = {"Host": secrets["host"]}
    if row.who == "extension":
        return host | {"Origin": secrets["origin"], "Authorization": f"Bearer {secrets['token']}"}
    if row.who == "session":
        return host | {"Sec-Fetch-Site": "same-origin", "Cookie": secrets["cookie"]}
    return host


def filled(text: str, secrets: Mapping[str, str]) -> str:
    """`text` with ids that exist in place of %LIST% and the like."""
    for name in ("LIST", "KEY", "BRAND", "UNDO"):
        text = text.replace(f"%{name}%", secrets[name])
    return text
