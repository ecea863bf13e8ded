"""`python -m tests.network.whole_suite`: every test, browsers too, where no other machine can be reached.

Starts itself anew inside a network namespace of its own, in which 127.0.0.1 is all there is; a test or a program under
test that asks for another machine fails there. More words go to pytest. Needs Linux; ends with 2 where it may not.
"""

import os
import subprocess
import sys
from pathlib import Path

from tests.network.test_without_route import INSIDE, is_allowed
from tests.network.without_route import ELSEWHERE, raise_loopback, reach
from tests.prepare import node_bin

ROOT = Path(__file__).parents[2]
MARK = "--inside"
NOT_ALLOWED = 2


def main(words: list[str]) -> int:
    """Go inside, or do the work when inside already."""
    if words[:1] == [MARK]:
        return inside(words[1:])
    if not is_allowed():
        sys.stderr.write("This machine gives no process a network namespace of its own; Linux as root does.\n")
        return NOT_ALLOWED
    again = [*INSIDE, sys.executable, "-m", "tests.network.whole_suite", MARK, *words]
    return subprocess.run(again, cwd=ROOT, check=False).returncode


def inside(words: list[str]) -> int:
    """The extension's tests, then pytest; the worse of both exit codes."""
    raise_loopback()
    said = reach(ELSEWHERE)
    assert said != "reached", "another machine answers: this is no namespace of its own"
    sys.stderr.write(f"Another machine: {said}. Only 127.0.0.1 is left.\n")
    environment = node_bin(ROOT)
    scripts = sorted(map(str, ROOT.glob("tests/extension/**/*.test.js")))
    node = ["node", "--test", "--test-reporter=dot", *scripts]
    suite = [sys.executable, "-m", "pytest", "-q", "-rs", "--no-cov", "-p", "no:cacheprovider", *words]
    return max(subprocess.run(one, cwd=ROOT, env=environment, check=False).returncode for one in (node, suite))


if __name__ == "__main__":
    os.environ.setdefault("PYTHONDONTWRITEBYTECODE", "1")
    sys.exit(main(sys.argv[1:]))
