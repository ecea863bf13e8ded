"""What was set aside as damaged goes with its list, and the damaged rows of other lists stay."""

import contextlib
import sqlite3
from pathlib import Path

import pytest

from server.services.damaged_rows import damaged_of_list
from server.services.edit_lists import add_list
from server.services.erase_list import erase_list
from server.storage.candidates import Candidates
from server.storage.connection import FILE_NAME
from server.storage.store import Store
from tests.conftest import Clock
from tests.factories import put


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


def test_a_lists_damaged_rows_are_erased_with_it(folder: Path, clock: Clock) -> None:
    with contextlib.closing(Store.open(folder)) as store:
        spring, autumn = (add_list(store, name, None, clock=clock).id for name in ("Spring", "Autumn"))
        keys = [put(store, list_id, "quiet.potter") for list_id in (spring, autumn)]
    with contextlib.closing(sqlite3.connect(folder / FILE_NAME)) as con:
        con.executemany(
            "UPDATE document SET body = replace(body, 'denim', 'linen') WHERE key = ?", [(k,) for k in keys]
        )
        con.commit()
    with contextlib.closing(Store.open(folder)) as store:
        assert list(store.rows("candidates")) == []
        erase_list(store, Candidates(store), spring)
        assert damaged_of_list(store, spring) == []
        assert [row["key"] for row in damaged_of_list(store, autumn)] == [keys[1]]
