"""Reads `matrix.toml` into cases: the bytes that are sent, and what may be answered. Unknown keys fail loudly."""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from dataclasses import field as made_by
from pathlib import Path
from typing import Any

TABLES = [Path(__file__).with_name(name) for name in ("matrix.toml", "matrix-more.toml")]
LEFT_OUT = "(none)"
ORIGIN = "chrome-extension://abcdefghijklmnopabcdefghijklmnop"
Value = str | list[str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Ask:
    """What a rightful asker sends; `right` is what that is answered, None where it is never sent as it is."""

    who: str
    target: str
    method: str = "GET"
    body: str | None = None
    type: str = "application/json"
    right: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Attack:
    """One table row: the `values` of `field`, put into each of `asks`."""

    name: str
    asks: list[str]
    field: str
    values: list[Value]
    may: list[int]
    also: dict[str, str] = made_by(default_factory=dict)
    method: str | None = None
    cors: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Case:
    """One request to send; `fill` gives the placeholders their values at the last moment."""

    attack: Attack
    ask: Ask
    value: Value

    @property
    def title(self) -> str:
        return f"{self.attack.name}: {self.ask.method} {self.ask.target}, {self.attack.field} = {self.value!r}"

    def sent(self, fill: Callable[[str], str]) -> bytes:
        """The bytes of the request."""
        return build(self.ask, self.attack, self.value, fill)


def load() -> tuple[dict[str, Ask], list[Attack]]:
    """The table; TypeError names a key that nobody reads."""
    tables = [tomllib.loads(path.read_text("utf-8")) for path in TABLES]
    for path, table in zip(TABLES, tables, strict=True):
        if not set(table) <= {"asks", "attack"}:
            raise TypeError(f"{path.name} holds [asks] and [[attack]] and nothing else: {sorted(table)}")
    asks = {name: Ask(**row) for table in tables for name, row in table.get("asks", {}).items()}
    return asks, [Attack(**row) for table in tables for row in table.get("attack", [])]


def cases() -> Iterator[Case]:
    """Every value of every attack in every request."""
    asks, attacks = load()
    for attack in attacks:
        for name in attack.asks:
            for value in attack.values:
                yield Case(attack=attack, ask=asks[name], value=value)


def rightful(ask: Ask, fill: Callable[[str], str]) -> bytes:
    """The request that is no attack."""
    return build(ask, None, "", fill)


def build(ask: Ask, attack: Attack | None, value: Value, fill: Callable[[str], str]) -> bytes:
    """The request of `ask` with the attack's change, as latin-1 on the wire and UTF-8 where latin-1 has no letter."""
    put = {attack.field: value} if attack else {}
    if "raw" in put:
        return _wire(fill(str(value)) + "\r\n\r\n")
    body = _wire(_body(fill(str(put.get("body", ask.body or "")))))
    headers: dict[str, Any] = _headers(ask, body) | (dict(attack.also) if attack else {})
    headers |= {name: one for name, one in put.items() if name not in ("method", "target", "body")}
    method = str(put.get("method", (attack and attack.method) or ask.method))
    head = [f"{method} {put.get('target', ask.target)} HTTP/1.1", *_lines(headers)]
    return _wire(fill("\r\n".join(head) + "\r\n\r\n")) + body


def _headers(ask: Ask, body: bytes) -> dict[str, Any]:
    who: Mapping[str, Mapping[str, str]] = {
        "extension": {"Origin": "%ORIGIN%", "Authorization": "Bearer %TOKEN%", "X-Seedlist-Protocol": "1"},
        "session": {"Cookie": "seedlist_%PORT%=%COOKIE%", "Sec-Fetch-Site": "same-origin"},
        "nobody": {},
    }
    own = {"Origin": "http://127.0.0.1:%PORT%"} if ask.who == "session" and ask.method != "GET" else {}
    length = {"Content-Type": ask.type, "Content-Length": str(len(body))} if ask.method != "GET" or body else {}
    return {"Host": "127.0.0.1:%PORT%", "Connection": "close"} | dict(who[ask.who]) | own | length


def _lines(headers: Mapping[str, Any]) -> Iterator[str]:
    for name, value in headers.items():
        for one in value if isinstance(value, list) else [value]:
            if one != LEFT_OUT:
                yield f"{name}: {one}"


def _body(text: str) -> str:
    kind, _, number = text.partition(" ")
    many = int(number) if kind.startswith("@") else 0
    if kind == "@nested":
        return "[" * many + "]" * many
    if kind == "@long":
        return '{"platform": "instagram", "handle": "x", "bio": "' + "x" * many + '"}'
    if kind == "@keys":
        return "{" + ", ".join(f'"k{n}": {n}' for n in range(many)) + "}"
    return text


def _wire(text: str) -> bytes:
    return text.encode("utf-8")
