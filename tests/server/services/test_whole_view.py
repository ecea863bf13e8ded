"""Everybody of a view is read once, a damaged row on the way or not."""

import contextlib
import sqlite3
from pathlib import Path

from server.services.change_many import keys_of
from server.services.export_list import bodies
from server.services.ports import CandidateView
from server.services.whole_view import everybody
from server.storage.candidates import Candidates
from server.storage.connection import FILE_NAME
from server.storage.store import Store
from tests.factories import a_list, put


def damaged_list(folder: Path, people: int) -> str:
    """A list whose third candidate was altered on the disk."""
    with contextlib.closing(Store.open(folder)) as store:
        spring = a_list(store).id
        with store.transaction():
            keys = [put(store, spring, f"person.{number}") for number in range(people)]
    with contextlib.closing(sqlite3.connect(folder / FILE_NAME)) as con:
        con.execute("UPDATE document SET body = replace(body, 'denim', 'linen') WHERE key = ?", (keys[2],))
        con.commit()
    return spring


def test_a_damaged_row_ends_nothing_early(tmp_path: Path) -> None:
    spring = damaged_list(tmp_path / "data", 7)
    with contextlib.closing(Store.open(tmp_path / "data")) as store:
        found = list(everybody(Candidates(store), CandidateView(list_id=spring), batch=4))
    assert sorted(body["handle"] for body in found) == [f"person.{number}" for number in (0, 1, 3, 4, 5, 6)]


def test_an_export_and_a_change_reach_those_behind_a_damaged_row(tmp_path: Path) -> None:
    for name, read in (("one", bodies), ("other", lambda shelf, key: keys_of(shelf, CandidateView(list_id=key)))):
        spring = damaged_list(tmp_path / name, 504)
        with contextlib.closing(Store.open(tmp_path / name)) as store:
            assert len(list(read(Candidates(store), spring))) == 503
