"""What is fuzzed: an app over a store in memory with a list, two candidates and a brand, asked as WSGI servers ask."""

import io
import itertools
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes

from flask import Flask

from server.app import create_app, now
from server.domain.brand import Brand
from server.services.edit_lists import add_list
from server.services.open_session import new_link_key, open_session
from server.services.pair_extension import new_code, pair
from server.services.reading_room import ReadingRoom, TextReader
from server.settings import Settings
from server.storage.store import Store
from server.web.current import KEY
from server.wire.brand_in import brand_to_json
from tests.fuzz.valid import Request, rows, valid

ORIGIN = "chrome-extension://abcdefghijklmnopabcdefghijklmnop"
SETTINGS = Settings(folder=Path("unused"))


class Ground:
    """An app with a store of its own; `secrets` are what a rightful asker knows. An `app` that was used keeps its
    compiled pages, as a server that has run for a while does."""

    def __init__(self, reader: TextReader, app: Flask | None = None) -> None:
        self.store = Store.in_memory()
        room = ReadingRoom(lambda: reader).start()
        fresh = create_app(SETTINGS, store=self.store, reading=room)
        self.app = app or fresh
        self.app.extensions[KEY] = fresh.extensions[KEY]
        made = add_list(self.store, "Winter", None, clock=now)
        self.store.put("brands", "b1", brand_to_json(Brand(name="Velvet Anvil", id="b1", claim="slow pots")))
        session = open_session(self.store, new_link_key(self.store, clock=now), clock=now)
        self.secrets = {
            "host": SETTINGS.hosts[0], "origin": ORIGIN, "cookie": f"seedlist_{SETTINGS.port}={session}", "BRAND": "b1",
            "token": pair(self.store, new_code(self.store, clock=now, minutes=10), ORIGIN, "Fuzzed", clock=now),
            "LIST": made.id, "KEY": "none", "UNDO": "none",
        }  # fmt: skip
        self.save()

    def save(self) -> None:
        """Two candidates through the API, so that pages have something to show."""
        rightful = next(row for row in rows() if (row.method, row.path) == ("POST", "/api/candidates"))
        first = valid(rightful, self.secrets)
        second = Request(
            method="POST", path=first.path, headers=first.headers, body=first.body.replace(b"marlo", b"ines")
        )
        assert [self.ask(first), self.ask(second)] == [201, 201]
        self.secrets["KEY"] = next(iter(self.store.rows("candidates")))["id"]

    def warm(self) -> None:
        """Every page once, so that none is compiled under the clock."""
        for request in placeholders(self.secrets):
            if request.method == "GET":
                self.ask(request)

    def ask(self, request: Request) -> int:
        """The status of the answer, read to its end; whatever the app raises goes through."""
        said: list[str] = []
        answer: Iterable[bytes] = self.app(environ(request), lambda status, *_: said.append(status) or (lambda _: None))
        try:
            for _ in answer:
                pass
        finally:
            getattr(answer, "close", lambda: None)()
        return int(said[0].split()[0])

    def close(self) -> None:
        self.store.close()


def environ(request: Request) -> dict[str, Any]:
    """The WSGI environment that a server makes of a request: bytes as latin-1 text, as PEP 3333 says."""
    path, _, query = request.path.partition(b"?")
    made: dict[str, Any] = {
        "REQUEST_METHOD": request.method, "SCRIPT_NAME": "", "PATH_INFO": unquote_to_bytes(path).decode("latin-1"),
        "QUERY_STRING": query.decode("latin-1"), "SERVER_NAME": "127.0.0.1", "SERVER_PORT": str(SETTINGS.port),
        "SERVER_PROTOCOL": "HTTP/1.1", "REMOTE_ADDR": "127.0.0.1", "wsgi.version": (1, 0), "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(request.body), "wsgi.errors": io.StringIO(), "wsgi.multithread": True,
        "wsgi.multiprocess": False, "wsgi.run_once": False, "wsgi.input_terminated": True,
    }  # fmt: skip
    return made | dict(
        itertools.starmap(variable, ({"Content-Length": str(len(request.body))} | dict(request.headers)).items())
    )


def variable(name: str, value: str) -> tuple[str, str]:
    """A header's name and value as WSGI gives them; line ends cannot come through a server's parser."""
    plain = name.upper().replace("-", "_")
    clean = value.replace("\r", " ").replace("\n", " ")
    return (plain if plain in ("CONTENT_TYPE", "CONTENT_LENGTH") else f"HTTP_{plain}"), clean


def placeholders(secrets: Mapping[str, str]) -> list[Request]:
    """Every rightful request of the table, each as often as its weight."""
    return [made for row in rows() for made in [valid(row, secrets)] * row.weight]
