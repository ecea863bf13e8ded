"""seedlist demo: an invented brand, people and pages, so that a newcomer sees it all within a minute."""

import contextlib
import tempfile
from argparse import ArgumentParser, Namespace
from pathlib import Path

from server.app import create_app, load_reader, now
from server.commands.serve import say, serve
from server.demo.seeding import seed
from server.services.edit_lists import all_lists
from server.services.reading_room import ReadingRoom
from server.settings import DEFAULT_PORT, Settings
from server.storage.candidates import Candidates
from server.storage.store import Store
from server.web.pages import demo


def arguments(parser: ArgumentParser) -> None:
    """Folder and port; both its own, so that real work is never touched."""
    parser.add_argument("--folder", type=Path, help="keep the data here (default: a folder that goes at the end)")
    parser.add_argument("--port", type=int, default=DEFAULT_PORT + 1, help=f"default: {DEFAULT_PORT + 1}")
    parser.add_argument("--no-open", action="store_true", help="do not open the browser")


def run(asked: Namespace) -> int:
    """Fill a store, then serve with the look-alike pages."""
    with contextlib.ExitStack() as ends:
        folder = asked.folder or Path(ends.enter_context(tempfile.TemporaryDirectory(prefix="seedlist-demo-")))
        settings = Settings(folder=folder, port=asked.port)
        store = ends.enter_context(contextlib.closing(Store.open(folder)))
        say("Reading the invented profiles …")
        reading = ReadingRoom(load_reader, patience=60).start()
        if not all_lists(store):
            seed(store, Candidates(store), read=reading.read, clock=now)
        app = create_app(settings, store=store, reading=reading)
        app.register_blueprint(demo.blueprint)
        serve(app, settings, store, should_open=not asked.no_open, to="/demo")
    return 0
