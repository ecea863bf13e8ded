"""What can befall a server while a browser works with it: frozen, out of room, at another time; and what it kept."""

import contextlib
import os
import resource
import signal
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from server.storage.store import Store
from tests.e2e.running import Running
from tests.faults.system_calls import build_shim


@dataclass
class OddServer(Running):
    """A server on a machine with faults; `full` is None where a full disk cannot be made (see tests/faults)."""

    @classmethod
    def beside(cls, folder: Path, port: int) -> "OddServer":
        """One whose data lies in `folder`, which is made."""
        folder.parent.mkdir(parents=True, exist_ok=True)
        (folder.parent / "clock").write_text("0", "ascii")
        shim = build_shim(folder.parent)
        odd = {"ODD_CLOCK": str(folder.parent / "clock"), "ODD_FOLDER": str(folder)}
        if shim is not None:
            odd |= {"ODD_SHIM": str(shim), "LD_PRELOAD": str(shim)}
        return cls(folder, port, module="tests.e2e.odd_server", environment=odd)

    @property
    def can_fill_the_disk(self) -> bool:
        """Whether `full_disk` works on this machine."""
        return "ODD_SHIM" in self.environment

    def set_clock(self, hours: float) -> None:
        """So many hours ahead of the browser, negative for behind."""
        Path(self.environment["ODD_CLOCK"]).write_text(str(hours), "ascii")

    @contextlib.contextmanager
    def full_disk(self) -> Iterator[None]:
        """No room is left below the data folder."""
        assert self.process
        self.process.send_signal(signal.SIGUSR1)
        yield
        self.process.send_signal(signal.SIGUSR2)


@contextlib.contextmanager
def frozen(seedlist: Running) -> Iterator[None]:
    """It takes calls and answers none of them; afterwards it answers all that came meanwhile."""
    assert seedlist.process
    seedlist.process.send_signal(signal.SIGSTOP)
    try:
        yield
    finally:
        seedlist.process.send_signal(signal.SIGCONT)


@contextlib.contextmanager
def no_file_may_grow(seedlist: Running) -> Iterator[None]:
    """A quota that is used up: every write of the server is refused."""
    assert seedlist.process
    pid, before = seedlist.process.pid, resource.prlimit(seedlist.process.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (0, before[1]))
    try:
        yield
    finally:
        resource.prlimit(pid, resource.RLIMIT_FSIZE, before)


def kept(seedlist: Running, handle: str) -> list[dict[str, Any]]:
    """The candidates with this handle in the server's store; to be exactly one after however many clicks."""
    with contextlib.closing(Store.open(seedlist.folder)) as store:
        return [row for row in store.rows("candidates") if row["handle"] == handle]


def is_thorough() -> bool:
    """Whether the long forms are run (`make faults-browser`): the real waiting times, two hundred tabs."""
    return bool(os.environ.get("THOROUGH"))
