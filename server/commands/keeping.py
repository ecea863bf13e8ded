"""seedlist backup, restore and doctor: keep the data safe."""

import contextlib
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from server.settings import read_settings
from server.storage.doctor import check, repair
from server.storage.store import Store


def backup_arguments(parser: ArgumentParser) -> None:
    """Where to."""
    parser.add_argument("to", type=Path, help="the backup file to write")
    _folder(parser)


def restore_arguments(parser: ArgumentParser) -> None:
    """Where from."""
    parser.add_argument("source", type=Path, help="a file that backup wrote")
    _folder(parser)


def doctor_arguments(parser: ArgumentParser) -> None:
    """Whether to mend."""
    parser.add_argument("--repair", action="store_true", help="set damaged entries aside and rebuild the rest")
    _folder(parser)


def backup(asked: Namespace) -> int:
    """Copy all data into one file."""
    with opened(asked.folder) as store:
        store.backup(asked.to)
    print(f"Backed up to {asked.to}.")
    return 0


def restore(asked: Namespace) -> int:
    """Put a backup in place, after a backup of what is there now."""
    with opened(asked.folder) as store:
        before = asked.source.with_name(f"{asked.source.name}.before-restore")
        store.backup(before)
        rows = store.restore(asked.source)
    print(f"Restored {rows} entries from {asked.source}; what was there before is in {before}.")
    return 0


def doctor(asked: Namespace) -> int:
    """Check, and mend when asked; 1 when something is wrong."""
    folder = read_settings(folder=asked.folder).folder
    report = repair(folder) if asked.repair else check(folder)
    for line in (*report.warnings, *report.faults):
        print(line)
    damaged = f", {report.damaged} damaged" if report.damaged else ""
    verdict = "all sound" if report.is_sound else "not sound: run with --repair"
    print(f"{report.rows} entries read{damaged}; {verdict}.")
    return 0 if report.is_sound else 1


@contextmanager
def opened(folder: Path | None) -> Iterator[Store]:
    """The store of the folder, closed at the end."""
    with contextlib.closing(Store.open(read_settings(folder=folder).folder)) as store:
        yield store


def _folder(parser: ArgumentParser) -> None:
    parser.add_argument("--folder", type=Path, help="where the data lives")
