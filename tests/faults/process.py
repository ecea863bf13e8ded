"""Starts, kills and reads the saving processes, and compares what they were promised with what is stored."""

import random
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from server.storage import doctor
from server.storage.store import Store
from tests.server.storage.factory import candidate

ROOT = Path(__file__).parents[2]


def start(folder: Path, name: str, count: int, largest: int = 0, threads: int = 1) -> subprocess.Popen[str]:
    """A saving process."""
    command = [sys.executable, "-m", "tests.faults.worker", folder, name, count, largest, threads]
    return subprocess.Popen([str(part) for part in command], cwd=ROOT, stdout=subprocess.PIPE, text=True)


def kill_somewhere(process: subprocess.Popen[str], luck: random.Random) -> list[str]:
    """Let it save for a moment, kill -9, and return what it said in whole lines."""
    assert process.stdout is not None
    first = process.stdout.readline()
    time.sleep(luck.random() * 0.08)
    process.kill()
    rest = process.stdout.read()
    process.stdout.close()
    process.wait()
    return whole_lines(first + rest)


def finish(process: subprocess.Popen[str]) -> list[str]:
    """Wait for it to end by itself."""
    said, _ = process.communicate(timeout=300)
    return whole_lines(said)


def whole_lines(said: str) -> list[str]:
    """Lines that were written to their end."""
    return said[: said.rfind("\n") + 1].splitlines()


def acknowledged(lines: Iterable[str]) -> set[str]:
    """The keys that were promised."""
    return {line.split()[1] for line in lines if line.startswith("saved ")}


def number_of(key: str) -> int:
    """The number at the end of a key."""
    return int(key.rsplit(".", 1)[1])


def is_right(key: str, body: dict[str, object]) -> bool:
    """Whether a body is just what was saved under its key."""
    return body == candidate(number_of(key), own=key, pad="p" * 1500)


def verdict(folder: Path, promised: set[str]) -> list[str]:
    """What is wrong with a folder: lost promises, wrong or half-made changes, an unsound file."""
    store = Store.open(folder)
    try:
        stored = {body["own"]: body for body in store.rows("candidates")}
        pairs = {body["own"] for body in store.rows("pairs")}
    finally:
        store.close()
    faults = [f"lost {key}" for key in promised - stored.keys()]
    faults += [f"wrong {key}" for key, body in stored.items() if not is_right(key, body)]
    faults += [f"half {key}" for key in stored if (key in pairs) != (number_of(key) % 3 == 0)]
    faults += [f"half {key}" for key in pairs - stored.keys()]
    report = doctor.check(folder)
    return faults + list(report.faults) + (["damaged rows"] if report.damaged else [])
