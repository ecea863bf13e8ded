"""Runs TinyDB's own tests over our storage: `python -m tests.server.storage.tinydb_suite tinydb-4.x.tar.gz`.

Get the source package with `pip download --no-deps --no-binary :all: tinydb`. Nothing of it is kept here: it is
unpacked beside the temporary files, and only its `db` fixture is replaced by one over our storage.
"""

import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[3]
OTHERS = {
    "test_table_repr": "expects the class names of TinyDB's own storages",
}
FIXTURES = """
import pytest
from tinydb.middlewares import CachingMiddleware
from tinydb.storages import MemoryStorage
from server.storage.store import Store

@pytest.fixture(params=["memory", "file"])
def db(request, tmp_path):
    store = Store.in_memory() if request.param == "memory" else Store.open(tmp_path / "data")
    store.db.drop_tables()
    store.db.insert_multiple({"int": 1, "char": c} for c in "abc")
    yield store.db
    store.close()

@pytest.fixture
def storage():
    return CachingMiddleware(MemoryStorage)()
"""


def main(package: Path) -> int:
    """Unpack the package, swap the fixture, run its tests; returns pytest's exit code."""
    with tempfile.TemporaryDirectory() as scratch:
        with tarfile.open(package) as packed:
            packed.extractall(scratch, filter="data")
        (tests,) = Path(scratch).glob("*/tests")
        (tests / "conftest.py").write_text(FIXTURES, encoding="utf-8")
        left_out = [f"--deselect={tests.name}/test_tables.py::{name}" for name in OTHERS]
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-c", "/dev/null", *left_out]
        ran = subprocess.run(
            [*command, "--rootdir", str(tests.parent), str(tests)],
            cwd=tests.parent,
            env={"PYTHONPATH": str(ROOT), "PATH": ""},
            check=False,
        )
    sys.stdout.write("left out: " + "; ".join(f"{name}: {why}" for name, why in OTHERS.items()) + "\n")
    return ran.returncode


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve()))
