"""A process that saves documents and says so on standard output after each one is acknowledged, until it is killed.

`python -m tests.faults.worker FOLDER NAME COUNT [LARGEST_FILE]`: keys are NAME.0, NAME.1 ...; LARGEST_FILE in bytes
stands for a disk that is full (RLIMIT_FSIZE).
"""

import resource
import sys
import threading
from pathlib import Path

from server.domain.errors import SeedlistError
from server.storage.store import Store
from tests.server.storage.factory import candidate


def say(line: str) -> None:
    """One line, whole, at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def save(store: Store, name: str, count: int, lock: threading.Lock) -> None:
    """Save `count` documents; each third goes with a second one in a transaction."""
    for number in range(count):
        key = f"{name}.{number}"
        try:
            with store.transaction():
                store.put("candidates", key, candidate(number, own=key, pad="p" * 1500))
                if number % 3 == 0:
                    store.put("pairs", key, {"own": key})
        except SeedlistError as error:
            with lock:
                say(f"refused {key} {error.code}")
            continue
        with lock:
            say(f"saved {key}")


def main(folder: str, name: str, count: str, largest: str = "0", threads: str = "1") -> None:
    """Open the store and save with one or more threads."""
    store, lock = Store.open(Path(folder)), threading.Lock()
    if int(largest):
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(largest), resource.RLIM_INFINITY))
    names = [name] if threads == "1" else [f"{name}-{thread}" for thread in range(int(threads))]
    workers = [threading.Thread(target=save, args=(store, one, int(count), lock)) for one in names]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    if not int(largest):
        store.close()
    say("done")


if __name__ == "__main__":
    main(*sys.argv[1:])
