"""An app over a store in memory, with a reader that a test can see through."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Playwright, sync_playwright

from nlp.reading import Evidence, Niche, PostReading, ProfileText, Reading
from server.app import create_app, load_reader
from server.services.open_session import new_link_key
from server.services.pair_extension import new_code, pair
from server.services.reading_room import ReadingRoom, TextReader
from server.settings import Settings
from server.storage.store import Store
from server.web.current import KEY

ORIGIN = "chrome-extension://abcdefghijklmnopabcdefghijklmnop"
PORT = 8017
HOST = f"127.0.0.1:{PORT}"


class LocalClient(FlaskClient):
    """Asks under the server's own address unless a test says otherwise."""

    def open(self, *args: Any, **words: Any) -> Any:
        words.setdefault("base_url", f"http://{HOST}")
        return super().open(*args, **words)


class Clock:
    """A time that tests move by hand."""

    def __init__(self) -> None:
        self.time = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time

    def forward(self, **by: float) -> None:
        self.time += timedelta(**by)


class PlainReader:
    """Finds the one word "ceramics" in the bio, and calls every post none."""

    version = "plain"

    def read(self, profile: ProfileText) -> Reading:
        at = profile.bio.lower().find("ceramics")
        words = (Evidence(source="bio", start=at, end=at + 8, text=profile.bio[at : at + 8]),)
        niches = (Niche(id="ceramics", score=0.9, evidence=words),) if at >= 0 else ()
        return Reading(niches=niches, posts=tuple(PostReading() for _ in profile.posts), version=self.version)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store() -> Iterator[Store]:
    made = Store.in_memory()
    yield made
    made.close()


@pytest.fixture
def app(store: Store, clock: Clock, tmp_path: Path) -> Flask:
    settings = Settings(folder=tmp_path, port=PORT)
    made = create_app(settings, store=store, reading=ReadingRoom(PlainReader).start(), clock=clock)
    made.test_client_class = LocalClient
    return made


@pytest.fixture
def api(app: Flask, store: Store, clock: Clock) -> FlaskClient:
    """A client that asks as a paired extension."""
    token = pair(store, new_code(store, clock=clock, minutes=10), ORIGIN, "Test browser", clock=clock)
    made = app.test_client()
    made.environ_base |= {"HTTP_ORIGIN": ORIGIN, "HTTP_AUTHORIZATION": f"Bearer {token}"}
    return made


@pytest.fixture(scope="session")
def reader() -> TextReader:
    """The real reader, loaded once."""
    return load_reader()


@pytest.fixture
def real_api(api: FlaskClient, reader: TextReader, app: Flask) -> FlaskClient:
    """The paired extension, with the real reader behind it."""
    rooms = app.extensions[KEY]
    app.extensions[KEY] = replace(rooms, reading=ReadingRoom(lambda: reader).start())
    return api


@pytest.fixture
def pages(app: Flask, store: Store, clock: Clock) -> FlaskClient:
    """A client that asks as the user's own browser, opened by a one-time link."""
    made = app.test_client()
    made.environ_base |= {"HTTP_SEC_FETCH_SITE": "same-origin"}
    assert made.get(f"/open?key={new_link_key(store, clock=clock)}").status_code == 303
    return made


@pytest.fixture(scope="session")
def player() -> Iterator[Playwright]:
    """Playwright, of which one process can have but one."""
    with sync_playwright() as made:
        yield made
