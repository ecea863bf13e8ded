"""Opens a database: brought up to date, after a backup, with its files readable by their owner alone."""

import contextlib
from pathlib import Path

from server.storage import schema
from server.storage.backup import back_up
from server.storage.connection import connect
from server.storage.folder import protect_files
from server.storage.pool import Pool


def opened_pool(file: Path | None) -> Pool:
    """Connections to an up-to-date database."""
    pool = Pool(lambda: connect(file), shared=file is None)
    try:
        with pool.alone() as con:
            schema.migrate(con, lambda version: keep_before(file, version))
        if file is not None:
            protect_files(file)
    except BaseException:
        pool.close()
        raise
    return pool


def keep_before(file: Path | None, version: int) -> None:
    """The backup that is made before the database is brought up to date."""
    if file is not None:
        with contextlib.closing(connect(file)) as con:
            back_up(con, file.with_name(f"{file.name}.before-{version + 1:04}"))
