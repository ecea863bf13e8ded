"""Starts, kills and reads the saving processes, and compares what they were promised with what is stored."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from server.storage import doctor
from server.storage.store import Store
from tests.server.storage.factory import candidate

ROOT = Path(__file__).parents[2]


class Nursery:
    """A process that forks saving processes for us (nursery.py); `shim` is a library loaded before the C library."""

    def __init__(self, scratch: Path, shim: Path | None = None) -> None:
        environment = {**os.environ, **({"LD_PRELOAD": str(shim)} if shim else {})}
        self._said = scratch / "said"
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.nursery"],
            cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip

    def close(self) -> None:
        """End it."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()

    def run(self, work: str, *args: object, **more: object) -> list[str]:
        """Work to its end; what it said."""
        self._begin(work, args, more)
        self._hear()
        return self._lines()

    def kill(self, luck: random.Random, *args: object) -> list[str]:
        """Save, kill -9 a moment after some save, and what was said."""
        (child,) = self._begin("save", args, {})
        after, until = luck.randrange(1, 24), time.monotonic() + 60
        while len(self._lines()) < after and time.monotonic() < until:
            time.sleep(0.002)
        time.sleep(luck.random() * 0.006)
        os.kill(child, signal.SIGKILL)
        self._hear()
        return self._lines()

    def _begin(self, work: str, args: tuple[object, ...], more: dict[str, object]) -> list[int]:
        for old in self._said.parent.glob(f"{self._said.name}*"):
            old.unlink()
        assert self._process.stdin is not None
        told = {"work": work, "args": [str(arg) for arg in args], "said": str(self._said), **more}
        self._process.stdin.write(json.dumps(told) + "\n")
        self._process.stdin.flush()
        return self._hear()

    def _hear(self) -> list[int]:
        assert self._process.stdout is not None
        heard: list[int] = json.loads(self._process.stdout.readline())
        return heard

    def _lines(self) -> list[str]:
        every = sorted(self._said.parent.glob(f"{self._said.name}*"))
        return [line for said in every for line in whole_lines(said.read_text(encoding="utf-8"))]


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
