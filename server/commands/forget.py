"""seedlist forget: erase one person everywhere and do not collect them again."""

import contextlib
from argparse import ArgumentParser, Namespace
from pathlib import Path

from server.app import now
from server.domain.account import Account
from server.services.forget_person import forget_person, remember_person
from server.services.join_accounts import joined_with
from server.settings import read_settings
from server.storage.candidates import Candidates
from server.storage.store import Store


def arguments(parser: ArgumentParser) -> None:
    """Platform and handle."""
    parser.add_argument("platform", choices=("instagram", "tiktok"))
    parser.add_argument("handle", help="with or without @")
    parser.add_argument("--folder", type=Path, help="where the data lives")
    parser.add_argument("--joined", action="store_true", help="erase the account that it is joined with too")
    parser.add_argument("--undo", action="store_true", help="let this person be collected again")


def run(asked: Namespace) -> int:
    """Erase and say how much."""
    handle = asked.handle.lstrip("@")
    with contextlib.closing(Store.open(read_settings(folder=asked.folder).folder)) as store:
        if asked.undo:
            remember_person(store, asked.platform, handle)
            print(f"@{handle} may be collected again.")
        else:
            erase(store, Account(platform=asked.platform, handle=handle.lower()), is_joined_too=asked.joined)
    return 0


def erase(store: Store, account: Account, *, is_joined_too: bool) -> None:
    """Forget the account, and the one that it is joined with where that is asked for; else say that there is one."""
    other = joined_with(store, account)
    for each in (account, other) if other and is_joined_too else (account,):
        gone = forget_person(store, Candidates(store), each.platform, each.handle, clock=now)
        print(f"@{each.handle}: {gone} entries erased; this person is not collected again.")
    for name in store.broken_copies():
        print(f"{name}, which a repair put aside, may still hold them: delete it when you need it no more.")
    if other and not is_joined_too:
        print(f"It was joined with @{other.handle}: “seedlist forget {other.platform} {other.handle}” erases that too.")
