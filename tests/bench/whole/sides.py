"""The two servers under the clock: ours as `seedlist serve` starts it, and the plain one. Both get the same people."""

import contextlib
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

from server.app import now
from server.services.edit_lists import add_list
from server.services.open_session import new_link_key, open_session
from server.services.pair_extension import new_code, pair
from server.storage.store import Store
from tests.attack.matrix import ORIGIN
from tests.bench.bench_review import bodies
from tests.e2e.running import ROOT, Running, free_port


@dataclass
class Side:
    """One running server. `ready` is in seconds from its start, `list_path` the address of its list."""

    name: str
    port: int
    pid: int
    ready: float
    list_path: str
    headers: dict[str, str] = field(default_factory=dict)
    cookie: dict[str, str] = field(default_factory=dict)

    def ask(self, method: str, path: str, body: Any = None) -> float:
        """Milliseconds of one request; raises AssertionError when it fails."""
        line = HTTPConnection("127.0.0.1", self.port)
        text = None if body is None else json.dumps(body)
        began = time.perf_counter()
        line.request(method, path, text, {"Content-Type": "application/json", **self.headers} if text else self.cookie)
        answer = line.getresponse()
        answer.read()
        spent = (time.perf_counter() - began) * 1000
        assert answer.status in (200, 201), (self.name, path, answer.status)
        line.close()
        return spent

    def megabytes(self) -> float | None:
        """Memory in use; None where the system has no /proc."""
        status = Path(f"/proc/{self.pid}/status")
        if not status.exists():
            return None
        row = next(line for line in status.read_text("utf-8").splitlines() if line.startswith("VmRSS"))
        return int(row.split()[1]) / 1024


def planted(many: int, list_id: str) -> list[dict[str, Any]]:
    """So many candidates of the list, the same for both sides."""
    made = bodies(list_id)
    return [next(made) for _ in range(many)]


@contextlib.contextmanager
def ours(folder: Path, many: int) -> Iterator[Side]:
    """Our server over a list of `many` candidates."""
    running = Running(folder / "data", free_port())
    with contextlib.closing(Store.open(running.folder)) as store:
        list_id = add_list(store, "Main", None, clock=now).id
        with store.transaction():
            for body in planted(many, list_id):
                store.put("candidates", body["id"], body)
        token = pair(store, new_code(store, clock=now, minutes=10), ORIGIN, "Bench", clock=now)
        secret = open_session(store, new_link_key(store, clock=now), clock=now)
    began = time.perf_counter()
    running.start()
    try:
        assert running.process is not None
        yield Side(
            name="Seedlist",
            port=running.port,
            pid=running.process.pid,
            ready=time.perf_counter() - began,
            list_path=f"/lists/{list_id}",
            headers={"Origin": ORIGIN, "Authorization": f"Bearer {token}"},
            cookie={"Cookie": f"seedlist_{running.port}={secret}", "Sec-Fetch-Site": "same-origin"},
        )
    finally:
        running.stop()


@contextlib.contextmanager
def plain(folder: Path, many: int) -> Iterator[Side]:
    """The plain server over the same candidates."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = {str(number): body for number, body in enumerate(planted(many, "main"), 1)}
    (folder / "plain.json").write_text(json.dumps({"candidates": rows}), encoding="utf-8")
    port = free_port()
    command = [sys.executable, "-m", "tests.bench.whole.plain_server", str(folder), str(port)]
    began = time.perf_counter()
    with (folder / "plain.log").open("ab") as log:
        process = subprocess.Popen(command, cwd=ROOT, stdout=log, stderr=log)
    try:
        side = Side(name="plain", port=port, pid=process.pid, ready=0.0, list_path="/lists/main")
        wait(side)
        side.ready = time.perf_counter() - began
        yield side
    finally:
        process.kill()
        process.wait(10)


def wait(side: Side) -> None:
    """Until it answers; raises TimeoutError after a minute."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        with contextlib.suppress(OSError):
            side.ask("GET", "/api/health")
            return
        time.sleep(0.05)
    raise TimeoutError(f"{side.name} did not start")
