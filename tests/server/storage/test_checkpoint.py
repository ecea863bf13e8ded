"""The log stays small under large changes, and a long reader never makes a save wait for long."""

import contextlib
import time

import pytest

from server.storage import checkpoint
from server.storage.connection import FILE_NAME
from server.storage.store import Store

BODY = {"pad": "p" * 4000}


@pytest.fixture
def store(tmp_path, monkeypatch):
    monkeypatch.setattr(checkpoint, "LARGEST_LOG", 300_000)
    with contextlib.closing(Store.open(tmp_path)) as opened:
        yield opened


def log_size(tmp_path):
    return (tmp_path / f"{FILE_NAME}-wal").stat().st_size


def test_one_very_large_change_leaves_no_large_log(store, tmp_path):
    with store.transaction():
        for number in range(200):
            store.put("notes", str(number), BODY)
    assert log_size(tmp_path) == 0
    assert store.count("notes") == 200


def test_saves_go_on_beside_a_reader_that_needs_the_log(store, tmp_path, monkeypatch):
    monkeypatch.setattr(checkpoint, "PATIENCE_MS", 30)
    store.put("notes", "first", BODY)
    with contextlib.closing(Store.open(tmp_path)) as other, other._pool.reading() as con:
        before = con.execute("SELECT count(*) FROM document").fetchone()
        began = time.monotonic()
        for number in range(150):
            store.put("notes", str(number), BODY)
        assert time.monotonic() - began < 25, "the busy timeout of 30 s was waited for"
        assert con.execute("SELECT count(*) FROM document").fetchone() == before
        assert log_size(tmp_path) > 300_000
    for number in range(checkpoint.EVERY_COMMITS + 1):
        store.put("more", str(number), {"n": number})
    assert log_size(tmp_path) < 300_000


def test_the_log_moves_into_the_database_in_a_pause_and_not_before(tmp_path, monkeypatch):
    moved = []
    monkeypatch.setattr(checkpoint, "QUIET", 0.2)
    monkeypatch.setattr(checkpoint.Checkpointer, "_move", lambda _: moved.append(1))
    with contextlib.closing(Store.open(tmp_path)) as store:
        for number in range(2 * checkpoint.EVERY_COMMITS):
            store.put("notes", str(number), {"n": number})
            store._checkpointer._last = time.monotonic() + 1
        assert not moved
        store._checkpointer._last = 0.0
        until = time.monotonic() + 5
        while not moved and time.monotonic() < until:
            time.sleep(0.01)
        assert moved


def test_a_long_log_waits_for_no_pause(tmp_path, monkeypatch):
    moved = []
    monkeypatch.setattr(checkpoint, "QUIET", 60)
    monkeypatch.setattr(checkpoint, "HURRY", 1)
    monkeypatch.setattr(checkpoint.Checkpointer, "_move", lambda _: moved.append(1))
    with contextlib.closing(Store.open(tmp_path)) as store:
        for number in range(checkpoint.EVERY_COMMITS):
            store.put("notes", str(number), {"n": number})
        until = time.monotonic() + 5
        while not moved and time.monotonic() < until:
            time.sleep(0.01)
        assert moved
