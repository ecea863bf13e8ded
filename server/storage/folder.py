"""The data folder: private to its owner."""

from pathlib import Path

from server.domain.errors import StorageFailed


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
    """Let only the owner read the database and its logs."""
    for path in (file, file.with_name(file.name + "-wal"), file.with_name(file.name + "-shm")):
        if path.exists():
            path.chmod(0o600)
