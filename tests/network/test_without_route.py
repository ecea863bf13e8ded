"""Server and commands do all their work where no other machine can be reached."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

INSIDE = ["unshare", "--user", "--map-root-user", "--net"]


def is_allowed() -> bool:
    """Whether this machine lets a process have a network namespace of its own (Linux alone has them)."""
    if shutil.which("unshare") is None:
        return False
    return subprocess.run([*INSIDE, "true"], capture_output=True, check=False).returncode == 0


def test_a_whole_day_without_a_network(tmp_path: Path) -> None:
    if not is_allowed():
        pytest.skip("this machine gives no process a network namespace of its own; on Debian as root it does")
    run = subprocess.run(
        [*INSIDE, sys.executable, "-m", "tests.network.without_route", str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    report = json.loads(run.stdout)
    assert report == {"elsewhere": "errno 101", "annotate": 200, "bookmark": 201, "commands": [0, 0, 0, 0, 0]}
