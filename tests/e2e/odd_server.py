"""`python -m tests.e2e.odd_server …`: the real server on a machine whose disk fills up and whose clock jumps.

ODD_CLOCK names a file that says how many hours this clock is ahead, read at every look at the clock. SIGUSR1 fills the
disk below ODD_FOLDER and SIGUSR2 makes room again, where ODD_SHIM names the compiled tests/faults/shim.c.
"""

import ctypes
import errno
import os
import signal
import sys
from datetime import datetime, timedelta
from pathlib import Path

import server.app

CLOCK = Path(os.environ["ODD_CLOCK"])
FAIL, LASTING = 1, 1
right_time = server.app.now


def odd_time() -> datetime:
    """The time, as many hours off as the file says."""
    return right_time() + timedelta(hours=float(CLOCK.read_text("ascii")))


def listen_for_a_full_disk() -> None:
    """Every later call that changes a file below the folder is refused for want of space, until there is room again."""
    shim = ctypes.CDLL(os.environ["ODD_SHIM"])
    folder = os.environ["ODD_FOLDER"].encode()
    signal.signal(signal.SIGUSR1, lambda *_: shim.fault_arm(ctypes.c_long(1), FAIL, errno.ENOSPC, LASTING, folder))
    signal.signal(signal.SIGUSR2, lambda *_: shim.fault_arm(ctypes.c_long(0), 0, 0, 0, folder))


def main() -> int:
    """The command line, with the clock exchanged before anything looks at it."""
    server.app.now = odd_time
    assert server.app.create_app.__kwdefaults__["clock"] is right_time
    server.app.create_app.__kwdefaults__["clock"] = odd_time
    if "ODD_SHIM" in os.environ:
        listen_for_a_full_disk()
    from server.cli import main as run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
