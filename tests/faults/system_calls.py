"""Fails, or kills at, every call to the system that changes a file: each call in turn, in five ways.

Needs Linux and a C compiler (`apt install gcc`); says so when one of them is not there, and counts nothing.
"""

import errno
import os
import random
import shutil
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from tests.faults.chores import SAVES
from tests.faults.process import Nursery, acknowledged, verdict

SOURCE = Path(__file__).with_name("shim.c")
FAIL, KILL, HALF_THEN_KILL = 1, 2, 3
WAYS = (
    (FAIL, errno.EIO, False),
    (FAIL, errno.ENOSPC, False),
    (FAIL, errno.EIO, True),
    (FAIL, errno.ENOSPC, True),
    (KILL, 0, False),
    (HALF_THEN_KILL, 0, False),
)
"""What happens at the call: kind, error, whether all later calls fail too."""


def build_shim(scratch: Path) -> Path | None:
    """The compiled shim; None, and why on standard error, where it cannot be made."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None or not sys.platform.startswith("linux"):
        sys.stderr.write("system calls: left out, this needs Linux and a C compiler (apt install gcc)\n")
        return None
    shim = scratch / "shim.so"
    subprocess.run([compiler, "-shared", "-fPIC", "-O2", "-w", "-o", shim, SOURCE, "-ldl"], check=True)
    return shim


def system_calls(scratch: Path, most: int, luck: random.Random) -> Counter[str]:
    """At most `most` faults, picked by luck when there are more; 0 means every one."""
    counts, shim = Counter[str](), build_shim(scratch)
    if shim is None:
        return counts
    with closing(Nursery(scratch, shim)) as nursery:
        whole = chores(nursery, scratch / "calls0", [0, FAIL, 0, False])
        calls = next(int(line.split()[1]) for line in whole if line.startswith("calls "))
        faults = [(call, *way) for call in range(1, calls + 1) for way in WAYS]
        for fault in luck.sample(faults, min(most or len(faults), len(faults))):
            counts += one_fault(nursery, scratch / "calls", list(fault))
    counts["different calls"] = calls
    return counts


def chores(nursery: Nursery, folder: Path, fault: list[int | bool]) -> list[str]:
    """All chores in a fresh folder with one fault."""
    shutil.rmtree(folder, ignore_errors=True)
    return nursery.run("chores", folder, "s", fault=[*fault, str(folder)])


def one_fault(nursery: Nursery, folder: Path, fault: list[int | bool]) -> Counter[str]:
    """The counts of one fault: done, refused, and what went wrong."""
    lines = chores(nursery, folder, fault)
    wrong = list(faults_of(folder, lines))
    for line in wrong:
        sys.stderr.write(f"call {fault}: {line}\n")
    refused = sum(line.startswith("refused") for line in lines)
    return Counter({"calls failed or killed": 1, "calls refused": refused, "call faults": len(wrong)})


def faults_of(folder: Path, lines: list[str]) -> Iterator[str]:
    """What is wrong after the fault: an error that is none of ours, something lost, a backup that is not whole."""
    yield from (line for line in lines if line.startswith("crashed"))
    yield from (
        line for line in lines if line.startswith("refused") and "storage" not in line and "not_ready" not in line
    )
    if folder.exists():
        os.chmod(folder, 0o700)  # noqa: PTH101
    yield from verdict(folder, acknowledged(lines))
    copy = folder / "copy.db"
    if "copied" in lines and not copy.exists():
        yield "the backup is not there"
    if copy.exists():
        yield from faults_of_copy(copy, len([key for key in acknowledged(lines) if not key.endswith(f".{SAVES}")]))


def faults_of_copy(copy: Path, least: int) -> Iterator[str]:
    """A backup that has its name is whole."""
    with closing(sqlite3.connect(copy)) as con:
        if con.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            yield "the backup is broken"
        elif con.execute("SELECT count(*) FROM document WHERE tbl = 'candidates'").fetchone()[0] < least:
            yield "the backup lacks something"
