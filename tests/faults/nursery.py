"""A process that has everything imported and forks a saving process for each line it is told, so that rounds are quick.

A line is JSON: `args` for the worker, `said` (where its standard output goes), `together` (how many at once, their
names and outputs numbered), `fault` ([call, kind, errno, lasting, folder]) for the shim. Answers: one line with the
numbers of the processes, one with their exit codes when all have ended.
"""

import ctypes
import json
import os
import sys
import traceback
from typing import Any

from tests.faults import chores, worker

WORK = {"save": worker.main, "chores": chores.main}


def main() -> None:
    """Fork as told until standard input ends."""
    for line in sys.stdin:
        told = json.loads(line)
        gate, opener = os.pipe()
        children = [fork(told, number, gate, opener) for number in range(told.get("together", 1))]
        os.close(gate)
        answer(children)
        os.close(opener)  # all begin at this moment
        answer([os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children])


def answer(value: Any) -> None:
    """One line."""
    sys.stdout.write(json.dumps(value) + "\n")
    sys.stdout.flush()


def fork(told: dict[str, Any], number: int, gate: int, opener: int) -> int:
    """A child that does the work once the gate opens; returns its process number."""
    child = os.fork()
    if child:
        return child
    ended = 1
    try:
        os.close(opener)
        os.read(gate, 1)
        numbered = told.get("together", 1) > 1
        said = os.open(told["said"] + (f".{number}" if numbered else ""), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        os.dup2(said, 1)
        arm(told.get("fault"))
        folder, name, *rest = told["args"]
        WORK[told["work"]](folder, f"{name}-{number}" if numbered else name, *rest)
        ended = 0
    except Exception:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        os._exit(ended)


def arm(fault: list[Any] | None) -> None:
    """Tell the shim, when it is loaded."""
    if fault:
        call, kind, code, lasting, folder = fault
        ctypes.CDLL(None).fault_arm(ctypes.c_long(call), kind, code, int(lasting), folder.encode())


if __name__ == "__main__":
    main()
