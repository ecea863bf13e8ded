"""seedlist open: a fresh one-time link to the pages of the running server."""

import contextlib
import webbrowser
from argparse import ArgumentParser, Namespace
from pathlib import Path

from server.app import now
from server.services.open_session import new_link_key
from server.settings import read_settings
from server.storage.store import Store


def arguments(parser: ArgumentParser) -> None:
    """The same folder and port as `serve`."""
    parser.add_argument("--folder", type=Path, help="the folder of the running server")
    parser.add_argument("--port", type=int, help="the port of the running server")
    parser.add_argument("--print", action="store_true", dest="only_print", help="only print the link")


def run(asked: Namespace) -> int:
    """Print the link and open it."""
    settings = read_settings(folder=asked.folder, port=asked.port)
    with contextlib.closing(Store.open(settings.folder)) as store:
        link = f"{settings.origin}/open?key={new_link_key(store, clock=now)}"
    print(link)
    if not asked.only_print:
        webbrowser.open(link)
    return 0
