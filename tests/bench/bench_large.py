"""The store and its pages at 100,000 candidates, and at a million; beside an older commit where one is named.

`python -m tests.bench.bench_large [--million] [--before REF] [--folder FOLDER]`. The lists are planted once into the
folder (a temporary one unless named); both sides of a comparison work on copies of the same file.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
MANY, MILLION = 100_000, 1_000_000
OURS = ("bench_large.py", "large_times.py", "planted_store.py")
Times = dict[str, list[float]]


def main() -> None:
    """Plant what is missing, time each size, print a table."""
    asked = arguments()
    with tempfile.TemporaryDirectory(prefix="seedlist-large-") as scratch:
        kept = asked.folder or Path(scratch) / "planted"
        for many in (MANY, MILLION) if asked.million else (MANY,):
            oldest = older(asked.before, Path(scratch)) if asked.before else ROOT
            list_id = told(oldest, "tests.bench.planted_store", str(kept / str(many)), str(many)).strip()
            before = run(oldest, kept / str(many), list_id, Path(scratch)) if asked.before else None
            show(many, run(ROOT, kept / str(many), list_id, Path(scratch)), before)


def arguments() -> argparse.Namespace:
    """What is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--million", action="store_true", help="also a million candidates")
    parser.add_argument("--before", metavar="REF", help="a commit to compare with")
    parser.add_argument("--folder", type=Path, help="keep the planted lists here for the next run")
    return parser.parse_args()


def older(ref: str, scratch: Path) -> Path:
    """A checkout of another commit, which gets these very timings; it plants, as it may not know a newer database."""
    root = scratch / "before"
    if not root.exists():
        root.mkdir()
        packed = subprocess.run(["git", "archive", ref], cwd=ROOT, capture_output=True, check=True)
        subprocess.run(["tar", "-x", "-C", str(root)], input=packed.stdout, check=True)
        for name in OURS:
            shutil.copy(ROOT / "tests" / "bench" / name, root / "tests" / "bench" / name)
    return root


def told(root: Path, module: str, *words: str) -> str:
    """What a module of a checkout prints."""
    ran = subprocess.run(
        [sys.executable, "-m", module, *words],
        cwd=root, env=os.environ | {"PYTHONPATH": str(root)}, stdout=subprocess.PIPE, check=True, text=True,
    )  # fmt: skip
    return ran.stdout


def run(root: Path, source: Path, list_id: str, scratch: Path) -> Times:
    """Time one checkout on a copy of the planted folder."""
    folder = scratch / "data"
    shutil.copytree(source, folder)
    try:
        found: Times = json.loads(told(root, "tests.bench.large_times", str(folder), list_id))
        return found
    finally:
        shutil.rmtree(folder)


def show(many: int, after: Times, before: Times | None) -> None:
    """One line a figure; with the older commit how many times as long it takes there, in processor time and at p99."""
    print(f"{f'{many:,} candidates, ms':<40}{'p50':>9}{'p99':>9}{'processor':>11}", end="")
    print(f"{'before':>11}{'ratio':>8}{'p99':>8}" if before else "")
    for what, (half, most, spent) in after.items():
        print(f"{what:<40}{half:>9.2f}{most:>9.2f}{spent:>11.2f}", end="")
        was = before.get(what) if before else None
        print(f"{was[2]:>11.2f}{was[2] / max(spent, 0.01):>8.1f}{was[1] / max(most, 0.01):>8.1f}" if was else "")
    print('"open" has megabytes in its last column; it is timed in a process of its own.', flush=True)


if __name__ == "__main__":
    main()
