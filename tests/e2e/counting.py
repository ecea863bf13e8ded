"""Counts what many tabs cost: requests to the server by path, and memory of browser and server."""

import re
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Request


class Counted:
    """Requests of pages and service worker, from now on."""

    def __init__(self, context: BrowserContext, port: int) -> None:
        self.paths: Counter[str] = Counter()
        self._host = f"127.0.0.1:{port}"
        context.on("request", self._note)

    def _note(self, request: Request) -> None:
        place = urlsplit(request.url)
        if place.netloc == self._host:
            self.paths[f"{request.method} {place.path}"] += 1


def memory_of(pid: int) -> int:
    """Megabytes that a process and all its children hold for themselves alone, shared pages by their share."""
    return sum(_share(one) for one in family(pid)) // 1024


def family(pid: int) -> set[int]:
    """A process with its children and theirs."""
    parents = {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents[int(entry.parent.name)] = int(entry.read_text("utf-8", "replace").rpartition(")")[2].split()[1])
        except (OSError, IndexError):
            continue
    found = {pid}
    while more := {child for child, parent in parents.items() if parent in found} - found:
        found |= more
    return found


def _share(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii")
    except OSError:
        return 0
    found = re.search(r"^Pss:\s+(\d+) kB", lines, re.MULTILINE)
    return int(found[1]) if found else 0
