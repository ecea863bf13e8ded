"""The rows of browser-attacks.toml, and a hostile site that carries them out in a browser."""

import threading
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

TABLE = Path(__file__).with_name("browser-attacks.toml")
STRANGER = "stranger.example"
REBOUND = "rebound.example"
"""Both names lead to this machine in the attacked browser; the first to the hostile site, the second to our port."""

_ACT = Path(__file__).with_name("carry-out.js").read_text("utf-8")


@dataclass(frozen=True, kw_only=True, slots=True)
class BrowserAttack:
    """One row: who does what to which path."""

    name: str
    kind: str
    sender: str
    path: str
    init: Mapping[str, Any] = field(default_factory=dict)
    fields: Mapping[str, str] = field(default_factory=dict)
    encoding: str = ""


def browser_attacks() -> list[BrowserAttack]:
    """Every row; raises TypeError on a key that is not known."""
    rows = tomllib.loads(TABLE.read_text(encoding="utf-8"))["attack"]
    return [BrowserAttack(sender=row.pop("from"), **row) for row in rows]


def carry_out(attack: BrowserAttack, page: Page, address: str) -> tuple[int, str]:
    """Do it from the open hostile page; the status and the words that it could read (0 and "" when none)."""
    asked = {
        "kind": attack.kind, "url": address, "init": dict(attack.init), "fields": dict(attack.fields),
        "encoding": attack.encoding,
    }  # fmt: skip
    status, words = page.evaluate(_ACT, asked)
    return int(status), str(words)


class _Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        body = b"<!doctype html><title>free prizes</title><body>free prizes"
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the signature of the library
        """Say nothing."""


@contextmanager
def hostile_site() -> Iterator[int]:
    """A site of the attacker's; its port."""
    site = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    threading.Thread(target=site.serve_forever, daemon=True).start()
    try:
        yield site.server_address[1]
    finally:
        site.shutdown()
        site.server_close()
