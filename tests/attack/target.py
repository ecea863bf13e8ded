"""The attacked server: a real one with secrets in it, asked over raw sockets, and what it holds before and after."""

import contextlib
import hashlib
import json
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from server.app import now
from server.domain.brand import Brand
from server.services.edit_lists import add_list
from server.services.open_session import new_link_key, open_session
from server.services.pair_extension import new_code, pair
from server.storage.store import Store
from server.wire.brand_in import brand_to_json
from tests.attack.matrix import ORIGIN
from tests.e2e.running import Running, free_port

TREASURES = ("Velvet Anvil Atelier", "Winter shortlist", "kept.in.confidence")
"""Words of the user's data that no refused asker may read."""
TABLES = ("lists", "brands", "candidates", "pairings", "removed", "settings")


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """Status (0: closed without one), head and body as sent."""

    status: int
    head: str
    body: str


@dataclass(frozen=True, kw_only=True)
class Target:
    """A running server, its paired extension's token and an opened browser's cookie."""

    running: Running
    token: str
    cookie: str

    def fill(self, text: str) -> str:
        """Put the secrets and signs where the table names them."""
        known = {
            "%PORT%": str(self.running.port), "%ORIGIN%": ORIGIN, "%TOKEN%": self.token, "%COOKIE%": self.cookie,
            "%CR%": "\r", "%LF%": "\n", "%NUL%": "\0",
        }  # fmt: skip
        if "%KEY%" in text:
            known["%KEY%"] = self.key()
        for name, value in known.items():
            text = text.replace(name, value)
        return text

    def key(self) -> str:
        """A fresh one-time key."""
        with self.store() as store:
            return new_link_key(store, clock=now)

    @contextlib.contextmanager
    def store(self) -> Iterator[Store]:
        with contextlib.closing(Store.open(self.running.folder)) as store:
            yield store

    def holdings(self) -> str:
        """One figure for all that is stored, besides sessions."""
        with self.store() as store:
            rows = {table: sorted(map(str, store.rows(table))) for table in TABLES}
        return hashlib.sha256(json.dumps(rows).encode()).hexdigest()

    def send(self, request: bytes, *, wait: float = 4) -> Answer:
        """One connection, one request, all that comes back."""
        got = b""
        place = ("127.0.0.1", self.running.port)
        with socket.create_connection(place, timeout=wait) as line, contextlib.suppress(OSError):
            line.sendall(request)
            line.shutdown(socket.SHUT_WR)
            while part := line.recv(65_536):
                got += part
        head, _, body = got.decode("utf-8", "replace").partition("\r\n\r\n")
        first = head.split(" ", 2)
        return Answer(status=int(first[1]) if len(first) > 1 and first[1].isdigit() else 0, head=head, body=body)

    def log(self) -> str:
        """What the server wrote."""
        return (self.running.folder.parent / "server.log").read_text("utf-8", "replace")


@contextlib.contextmanager
def attacked(scratch: Path) -> Iterator[Target]:
    """A server on a free port with a brand, a list and a pairing; stopped at the end."""
    running = Running(scratch / "data", free_port()).start()
    try:
        with contextlib.closing(Store.open(running.folder)) as store:
            add_list(store, TREASURES[1], None, clock=now)
            store.put("brands", "b1", brand_to_json(Brand(name=TREASURES[0], id="b1")))
            token = pair(store, new_code(store, clock=now, minutes=10), ORIGIN, "Attacked browser", clock=now)
            cookie = open_session(store, new_link_key(store, clock=now), clock=now)
        yield Target(running=running, token=token, cookie=cookie or "")
    finally:
        running.stop()
