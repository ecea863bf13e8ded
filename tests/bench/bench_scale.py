"""Prints what `seedlist annotate` costs beyond reading, with two workers, on two Dask workers, and for a million.

usage: python -m tests.bench.bench_scale [--number 20000] [--million]
"""

import os
import signal
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from server.batch.dask_crew import DaskCrew
from server.batch.one_run import to_file
from server.batch.parts import Parts
from server.batch.records import Chunk, cut
from server.batch.source import open_records
from tests.bench.scale_profiles import full_profiles, short_profiles, write_profiles
from tests.bench.scale_runs import JOB, Measured, canned, measured
from tests.server.batch.cluster import Cluster

MILLION = 1_000_000


def main() -> int:
    """All figures; 0 when every output was the same."""
    parser = ArgumentParser(description="The batch, measured.")
    parser.add_argument("--number", type=int, default=20_000, help="profiles of the long run")
    parser.add_argument("--million", action="store_true", help="run a million short profiles for real")
    asked = parser.parse_args()
    with TemporaryDirectory() as name:
        return bench(Path(name), asked.number, is_million=asked.million)


def bench(folder: Path, number: int, *, is_million: bool) -> int:
    """Print a table, then one line of counts."""
    print(f"load of the machine before: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    few = write_profiles(folder / "few.jsonl", full_profiles(number // 5))
    many = write_profiles(folder / "many.jsonl", full_profiles(number))
    one, two = alternating(few, folder)
    tell("one worker", one)
    tell("two workers", two)
    by_clock = one.wall / two.wall / 2
    print(f"efficiency from one to two: {one.each / two.each:.2f} by processor time, {by_clock:.2f} by the clock")
    long = measured(many, folder / "many.out", 2)
    tell("two workers", long)
    hours = MILLION * long.each / 1000 / 3600
    print(f"1,000,000 such profiles, extrapolated: {hours:.2f} core hours, {hours / 2:.2f} h on two free cores")
    # After the readers: the first crew of a process decides what all later workers are forked from.
    over = measured(write_profiles(folder / "10k.jsonl", full_profiles(10_000)), folder / "10k.out", 2, work=canned)
    print(f"overhead per 10,000 records: {over.ours + over.theirs:.2f} s busy, {over.wall:.2f} s by the clock")
    on_dask = dask_run(few, folder / "dask.out")
    same = [(folder / name).read_bytes() == (folder / "1.out").read_bytes() for name in ("2.out", "dask.out")]
    print(f"two Dask workers, one killed in mid-run: {on_dask} profiles, same bytes as one process: {same[1]}")
    ran = million(folder) if is_million else 0
    counts = one.number + two.number + long.number + on_dask + ran
    print(
        f"scale: {counts} profiles annotated, {sum(same)} of {len(same)} outputs the same bytes, {ran} in the long run"
    )
    return 0 if all(same) else 1


def alternating(source: Path, folder: Path) -> tuple[Measured, Measured]:
    """One and two workers in turns, twice each and summed, so that what else the machine does meets both."""
    runs: dict[int, list[Measured]] = {1: [], 2: []}
    for workers in (1, 2, 1, 2):
        runs[workers].append(measured(source, folder / f"{workers}.out", workers))
    return summed(runs[1]), summed(runs[2])


def summed(runs: list[Measured]) -> Measured:
    """Work and seconds of all runs together; start and memory of the last."""
    names = ("number", "wall", "ours", "theirs")
    return replace(runs[-1], **{name: sum(getattr(run, name) for run in runs) for name in names})


def tell(what: str, run: Measured) -> None:
    """One row."""
    print(
        f"{what}, {run.number} profiles: {run.wall:.1f} s by the clock after {run.start:.1f} s to start, "
        f"{run.each:.2f} ms busy each = {1000 / run.each:.0f} profiles a second per core, {run.memory:.0f} MB"
    )


def dask_run(source: Path, output: Path) -> int:
    """The same file on a cluster that loses one of two workers half-way; the number of records."""
    with closing(Cluster()) as cluster, open_records(str(source), "jsonl") as opened:
        chunks = list(cut(opened.records))
        crew = DaskCrew(JOB, cluster.address)
        crew.wait_for(2)
        parts = Parts(output)
        parts.begin("bench", JOB.at)

        def killing() -> Iterator[Chunk]:
            for chunk in chunks:
                if chunk.number == len(chunks) // 2:
                    cluster.workers[0].send_signal(signal.SIGKILL)
                yield chunk

        with closing(crew):
            return to_file(killing(), crew, output, "jsonl", parts, advance=lambda _: None).records


def million(folder: Path) -> int:
    """A million short profiles, for real."""
    source = write_profiles(folder / "million.jsonl", short_profiles(MILLION))
    run = measured(source, folder / "million.out", 2)
    tell("the million, short profiles", run)
    return run.number


if __name__ == "__main__":
    sys.exit(main())
