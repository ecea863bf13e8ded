"""A Dask cluster of two workers on loopback, as a user would start it."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[3]


class Cluster:
    """A scheduler and two workers on loopback, as a user would start them."""

    def __init__(self) -> None:
        self.scheduler = start("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
        self.address = next(word for word in said(self.scheduler) if word.startswith("tcp://"))
        self.workers = [start("worker", self.address, "--nthreads", "1", "--no-nanny", "--no-dashboard") for _ in "ab"]

    def close(self) -> None:
        for person in (*self.workers, self.scheduler):
            person.kill()
            person.communicate()


def start(*words: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "distributed.cli.dask_" + words[0], *words[1:]]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "3"}
    return subprocess.Popen(command, env=environment, cwd=ROOT, stderr=subprocess.PIPE, text=True)


def said(person: subprocess.Popen[str]) -> Iterator[str]:
    assert person.stderr
    for line in person.stderr:
        yield from line.split()
