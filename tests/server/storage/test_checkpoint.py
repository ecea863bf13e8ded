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
