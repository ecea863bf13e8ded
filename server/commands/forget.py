"""seedlist forget: erase one person everywhere and do not collect them again."""

import contextlib
from argparse import ArgumentParser, Namespace
from pathlib import Path

from server.app import now
from server.services.forget_person import forget_person, remember_person
from server.settings import read_settings
from server.storage.candidates import Candidates
from server.storage.store import Store


def arguments(parser: ArgumentParser) -> None:
    """Platform and handle."""
    parser.add_argument("platform", choices=("instagram", "tiktok"))
    parser.add_argument("handle", help="with or without @")
    parser.add_argument("--folder", type=Path, help="where the data lives")
    parser.add_argument("--undo", action="store_true", help="let this person be collected again")


def run(asked: Namespace) -> int:
    """Erase and say how much."""
    handle = asked.handle.lstrip("@")
    with contextlib.closing(Store.open(read_settings(folder=asked.folder).folder)) as store:
        if asked.undo:
            remember_person(store, asked.platform, handle)
            print(f"@{handle} may be collected again.")
        else:
            gone = forget_person(store, Candidates(store), asked.platform, handle, clock=now)
            print(f"@{handle}: {gone} entries erased; this person is not collected again.")
    return 0
