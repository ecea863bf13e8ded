"""A process that does everything that writes: a new folder, saves, a change, the log emptied, a backup, closing.

It says what was acknowledged, and at last how many calls the shim has seen. Only SeedlistErrors may come out.
"""

import ctypes
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

from server.domain.errors import SeedlistError
from server.storage.store import Store
from tests.faults.worker import say
from tests.server.storage.factory import candidate

SAVES = 6


def main(folder: str, name: str) -> None:
    """All chores; what is refused is said and the rest goes on."""
    try:
        store = Store.open(Path(folder))
    except SeedlistError as error:
        say(f"refused opening {error.code} {error.status}")
        return
    try:
        work(store, Path(folder), name)
    except Exception:
        say("crashed " + traceback.format_exc().replace("\n", " | "))
    finally:
        attempt("closing", store.close)
    say(f"calls {seen()}")


def work(store: Store, folder: Path, name: str) -> None:
    """The chores on an open store."""
    for number in range(SAVES):
        key = f"{name}.{number}"
        if attempt(key, lambda key=key, number=number: save(store, key, number)):
            say(f"saved {key}")
    attempt("checkpoint", lambda: store.scrub())
    if attempt("backup", lambda: store.backup(folder / "copy.db")):
        say("copied")
    key = f"{name}.{SAVES}"
    if attempt(key, lambda: save(store, key, SAVES)):
        say(f"saved {key}")


def save(store: Store, key: str, number: int) -> None:
    """One document, each third with a second one."""
    with store.transaction():
        store.put("candidates", key, candidate(number, own=key, pad="p" * 1500))
        if number % 3 == 0:
            store.put("pairs", key, {"own": key})


def attempt(what: str, work: Callable[[], object]) -> bool:
    """Whether it was done; a refusal is said."""
    try:
        work()
    except SeedlistError as error:
        say(f"refused {what} {error.code} {error.status}")
        return False
    return True


def seen() -> int:
    """How many calls the shim has counted, 0 without it."""
    try:
        return int(ctypes.CDLL(None).fault_seen())
    except AttributeError:
        return 0


if __name__ == "__main__":
    main(*sys.argv[1:])
