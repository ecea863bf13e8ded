"""The data folder: private to its owner, and a warning where a database is not safe."""

import tomllib
from collections.abc import Mapping
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path

from server.domain.errors import DataFault, StorageFailed

TABLE = Path(__file__).with_name("folders.toml")
KEYS = {"network", "synced", "markers"}
MOUNTS = Path("/proc/mounts")


def make_private_folder(folder: Path) -> Path:
    """Make the folder (0700) when it is not there; returns it."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        folder.chmod(0o700)
    except OSError as error:
        raise StorageFailed(
            f"The data folder cannot be used: {error.strerror}.", action="Choose another folder with --data."
        ) from error
    return folder


def protect_files(file: Path) -> None:
    """Let only the owner read the database and its logs. Raises StorageFailed when the disk refuses."""
    for path in (file, file.with_name(file.name + "-wal"), file.with_name(file.name + "-shm")):
        try:
            path.chmod(0o600)
        except FileNotFoundError:  # another process takes its log away when it closes
            continue
        except OSError as error:
            raise StorageFailed(
                f"The data folder cannot be used: {error.strerror}.", action="Check the disk and who owns the folder."
            ) from error


@cache
def places() -> Mapping[str, tuple[str, ...]]:
    """The table of unsafe places. Raises DataFault on a key that is not known or missing."""
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    if table.keys() != KEYS:
        raise DataFault(f"folders.toml has other keys than {sorted(KEYS)}.", action="Mend server/storage/folders.toml.")
    return {key: tuple(values) for key, values in table.items()}


def folder_warnings(folder: Path, mounts: str | None = None) -> tuple[str, ...]:
    """What the user should know about where the data lies, empty when all is well.

    `mounts` is the text of /proc/mounts; None reads it where it exists (elsewhere only names and markers count).
    """
    here = folder.expanduser().absolute()
    said = mounts if mounts is not None else (MOUNTS.read_text(encoding="utf-8") if MOUNTS.exists() else "")
    warnings = []
    if is_on_network(here, said):
        warnings.append(
            "The data folder is on a network drive, where saved work can be lost. Use a folder on this disk."
        )
    if name := synced_name(here):
        warnings.append(f"The data folder is inside {name}, which copies files while they change. Use another folder.")
    return tuple(warnings)


def is_on_network(folder: Path, mounts: str) -> bool:
    """Whether the nearest mount above the folder is a network file system, or the path begins with a server's name."""
    if str(folder).startswith(("\\\\", "//")):
        return True
    holding = [(point, kind) for point, kind in mounted(mounts) if folder.is_relative_to(point)]
    if not holding:
        return False
    _, kind = max(holding, key=lambda mount: len(Path(mount[0]).parts))
    return kind.removeprefix("fuse.") in places()["network"]


def mounted(mounts: str) -> list[tuple[str, str]]:
    """(place, type) of each mount; blanks in a place are written \\040."""
    parts = [line.split() for line in mounts.splitlines()]
    return [(part[1].replace("\\040", " "), part[2]) for part in parts if len(part) >= 3]


def synced_name(folder: Path) -> str | None:
    """The folder above (or this one) that a synchronising program watches, None when there is none."""
    for place in (folder, *folder.parents):
        if any(fnmatchcase(place.name.casefold(), name.casefold()) for name in places()["synced"]):
            return place.name
        if any((place / marker).exists() for marker in places()["markers"]):
            return place.name or str(place)
    return None
