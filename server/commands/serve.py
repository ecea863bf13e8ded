"""seedlist serve: the local server on 127.0.0.1, with the link that opens its pages."""

import contextlib
import logging
import signal
import socket
import sys
import webbrowser
from argparse import ArgumentParser, Namespace
from pathlib import Path
from urllib.parse import quote

from flask import Flask
from waitress.server import create_server

from server.app import create_app, now
from server.domain.errors import Conflict
from server.services.bookmark_candidate import sweep_removed
from server.services.join_accounts import sweep_joins
from server.services.open_session import new_link_key, sweep_sessions
from server.services.post_ledger import sweep_offers
from server.settings import Settings, read_settings
from server.storage.candidates import Candidates
from server.storage.folder import folder_warnings
from server.storage.store import Store


def arguments(parser: ArgumentParser) -> None:
    """Folder, port and whether to open the browser."""
    parser.add_argument("--folder", type=Path, help="where the data lives (default: your user data folder)")
    parser.add_argument("--port", type=int, help="port on 127.0.0.1 (default: 8017)")
    parser.add_argument("--open", action="store_true", help="open the first page in the browser")


def run(asked: Namespace) -> int:
    """Serve until interrupted."""
    settings = read_settings(folder=asked.folder, port=asked.port)
    store = Store.open(settings.folder)
    with contextlib.closing(store):
        serve(create_app(settings, store=store), settings, store, should_open=asked.open)
    return 0


def serve(app: Flask, settings: Settings, store: Store, *, should_open: bool, to: str = "/") -> None:
    """Bind, say where, and answer until interrupted; raises Conflict when the port is taken."""
    check_port(settings)
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    server = create_server(
        app,
        host="127.0.0.1",
        port=settings.port,
        threads=8,
        max_request_body_size=settings.max_body,
        channel_timeout=30,
        ident="seedlist",
        clear_untrusted_proxy_headers=True,
    )
    sweep_removed(store, clock=now, minutes=settings.undo_minutes)
    sweep_joins(store, Candidates(store))
    sweep_offers(store, Candidates(store))
    sweep_sessions(store, clock=now)
    for warning in folder_warnings(settings.folder):
        say(warning)
    link = f"{settings.origin}/open?key={new_link_key(store, clock=now)}&to={quote(to, safe='')}"
    say(f"Seedlist listens on {settings.origin}, data in {settings.folder}")
    say(f"Open this link once: {link}")
    if should_open and webbrowser.open(link):
        say("The page is open in your browser. Stop with Ctrl+C.")
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with contextlib.suppress(KeyboardInterrupt):
        server.run()
    server.close()


def check_port(settings: Settings) -> None:
    """Raise Conflict when another program listens there already."""
    with socket.socket() as probe:
        probe.settimeout(0.5)
        if probe.connect_ex(("127.0.0.1", settings.port)) == 0:
            raise Conflict(
                f"Port {settings.port} is in use, perhaps by Seedlist itself.",
                action="Run “seedlist open” for the running one, or choose another with --port.",
            )


def say(line: str) -> None:
    """A line for the person at the terminal."""
    print(line, file=sys.stderr, flush=True)
