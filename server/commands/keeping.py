"""seedlist backup, restore and doctor: keep the data safe."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from server.settings import read_settings
from server.storage import care


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
    care.backup(read_settings(folder=asked.folder).folder, asked.to)
    print(f"Backed up to {asked.to}.")
    return 0


def restore(asked: Namespace) -> int:
    """Put a backup in place; what was there is kept beside it."""
    kept = care.restore(read_settings(folder=asked.folder).folder, asked.source)
    print(f"Restored {asked.source}; what was there before is in {kept}.")
    return 0


def doctor(asked: Namespace) -> int:
    """Check, and mend when asked; 1 when something is wrong."""
    report = care.check(read_settings(folder=asked.folder).folder, repair=asked.repair)
    for line in report.lines:
        print(line)
    return 0 if report.is_sound else 1


def _folder(parser: ArgumentParser) -> None:
    parser.add_argument("--folder", type=Path, help="where the data lives")
