"""A real Seedlist server as its own process, that tests can stop and start."""

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

from server.app import now
from server.services.open_session import new_link_key
from server.services.pair_extension import new_code
from server.storage.store import Store

ROOT = Path(__file__).parents[2]


@dataclass
class Running:
    """The server of one test folder; `module` starts it, `environment` is added to this process's own."""

    folder: Path
    port: int
    process: subprocess.Popen[bytes] | None = field(default=None)
    module: str = "server"
    environment: dict[str, str] = field(default_factory=dict)

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> "Running":
        command = [sys.executable, "-m", self.module, "serve", "--folder", str(self.folder), "--port", str(self.port)]
        log = (self.folder.parent / "server.log").open("ab")
        self.process = subprocess.Popen(command, cwd=ROOT, stdout=log, stderr=log, env=os.environ | self.environment)
        log.close()
        self.wait("ready")
        return self

    def stop(self, sign: signal.Signals = signal.SIGTERM) -> None:
        if self.process:
            self.process.send_signal(sign)
            self.process.wait(10)
            self.process = None

    def wait(self, reader: str) -> None:
        """Until health answers with this state of the reader."""
        until = time.monotonic() + 60
        while time.monotonic() < until:
            if self.reader_state() == reader:
                return
            time.sleep(0.05)
        raise TimeoutError(f"the server did not become {reader}: {(self.folder.parent / 'server.log').read_text()}")

    def reader_state(self) -> str | None:
        try:
            with urllib.request.urlopen(f"{self.origin}/api/health", timeout=2) as answer:
                return json.load(answer)["reader"]
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            return None

    def code(self) -> str:
        """A pairing code, as the first page would show it."""
        with contextlib.closing(Store.open(self.folder)) as store:
            return new_code(store, clock=now, minutes=10)

    def link(self, to: str = "/") -> str:
        """A one-time link to a page."""
        with contextlib.closing(Store.open(self.folder)) as store:
            return f"{self.origin}/open?key={new_link_key(store, clock=now)}&to={to}"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
