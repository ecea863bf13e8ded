"""SQLAlchemy on a PostgreSQL of our own: started in a private folder, on a socket only, and stopped again."""

import importlib.util
import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

Times = dict[str, tuple[float, float]]
ORDINARY = "postgres"
"""Whom the server runs as when we are root, which PostgreSQL refuses; its package makes this user."""
SETTINGS = "-c listen_addresses= -c fsync=on -c synchronous_commit=on"


def times(
    _: Path, size: int, body: Callable[[int], Any], timed: Callable[..., tuple[float, float]], rounds: int
) -> Times:
    """The time of a save, or nothing where PostgreSQL or SQLAlchemy is not installed."""
    programs = find_programs()
    if programs is None or not importlib.util.find_spec("sqlalchemy") or not importlib.util.find_spec("pg8000"):
        sys.stdout.write(
            "PostgreSQL left out: it needs `apt install postgresql` and `pip install --group bench-store`\n"
        )
        return {}
    with running(programs) as socket:
        return {"SQLAlchemy on PostgreSQL: put": timed(saving(socket, size, body), rounds)}


def find_programs() -> Path | None:
    """The folder of initdb and pg_ctl, the newest one."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    named = shutil.which("initdb")
    return found[-1].parent if found else Path(named).resolve().parent if named else None


@contextmanager
def running(programs: Path) -> Iterator[Path]:
    """A fresh server; yields the folder of its socket."""
    folder = Path(tempfile.mkdtemp(prefix="seedlist-pg-"))
    if os.getuid() == 0:
        user = pwd.getpwnam(ORDINARY)
        os.chown(folder, user.pw_uid, user.pw_gid)
    data = folder / "data"
    try:
        ordinary([programs / "initdb", "-D", data, "-A", "trust", "-U", "seedlist"])
        ordinary(
            [programs / "pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", f"{SETTINGS} -k {folder}", "start"]
        )
        try:
            yield folder
        finally:
            ordinary([programs / "pg_ctl", "-D", data, "-w", "-m", "immediate", "stop"])
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def ordinary(command: list[str | Path]) -> None:
    """Run a command, not as root."""
    user = ORDINARY if os.getuid() == 0 else None
    subprocess.run(
        [str(part) for part in command], check=True, user=user, cwd="/", stdout=subprocess.DEVNULL, timeout=120
    )


def saving(socket: Path, size: int, body: Callable[[int], Any]) -> Callable[[int], object]:
    """A table of key and JSONB with `size` rows; saving is one upsert, committed."""
    import sqlalchemy as sa
    from sqlalchemy.dialects.postgresql import JSONB, insert

    engine = sa.create_engine(
        f"postgresql+pg8000://seedlist@/postgres?unix_sock={socket}/.s.PGSQL.5432", poolclass=sa.pool.StaticPool
    )
    table = sa.Table("d", sa.MetaData(), sa.Column("k", sa.Text, primary_key=True), sa.Column("b", JSONB))
    table.create(engine)
    with engine.begin() as con:
        for start in range(0, size, 1000):
            con.execute(table.insert(), [{"k": f"k{n}", "b": body(n)} for n in range(start, min(size, start + 1000))])

    def work(number: int) -> None:
        row = insert(table).values(k=f"k{number * 7 % size}", b=body(number))
        with engine.begin() as con:
            con.execute(row.on_conflict_do_update(index_elements=["k"], set_={"b": row.excluded.b}))

    return work
