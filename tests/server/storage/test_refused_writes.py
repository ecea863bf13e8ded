"""A disk that is full, broken or held by another program in mid-work: the server says so and loses nothing."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from server.domain.errors import NotReady, StorageFailed
from server.storage import doctor
from server.storage.connection import FILE_NAME, translate
from server.storage.store import Store

PERSON = {"platform": "instagram", "handle": "mara.sews", "bio": "small ceramics studio"}
LARGE = "long words " * 9000


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store on the disk."""
    opened = Store.open(tmp_path / "data")
    yield opened
    opened.close()


def save(api: FlaskClient, number: int) -> int:
    posts = [{"id": f"P{post}", "caption": LARGE[:2000]} for post in range(12)]
    answer = api.post("/api/candidates", json={"profile": PERSON | {"handle": f"h{number}", "posts": posts}})
    if answer.status_code not in (201, 507):
        pytest.fail(answer.text)
    if answer.status_code == 507:
        assert answer.json["error"]["code"] == "storage_failed"
        assert "full" in answer.json["error"]["message"]
        assert "space" in answer.json["error"]["action"]
    return answer.status_code


def test_a_full_disk_is_said_and_what_was_saved_stays(api: FlaskClient, store: Store, tmp_path: Path) -> None:
    assert save(api, 0) == 201
    with store._pool.alone() as con:
        pages = con.execute("PRAGMA page_count").fetchone()[0]
        con.execute(f"PRAGMA max_page_count = {pages + 40}")
    said = [save(api, number) for number in range(1, 30)]
    assert 507 in said
    with store._pool.alone() as con:
        con.execute("PRAGMA max_page_count = 1000000")
    assert save(api, 99) == 201
    assert store.count("candidates") == said.count(201) + 2
    assert doctor.check(tmp_path / "data").is_sound


def test_another_program_that_holds_the_folder_too_long_is_named(
    api: FlaskClient, store: Store, tmp_path: Path
) -> None:
    with store._pool.alone() as con:
        con.execute("PRAGMA busy_timeout = 10")
    other = sqlite3.connect(tmp_path / "data" / FILE_NAME, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    answer = api.post("/api/candidates", json={"profile": PERSON})
    other.execute("ROLLBACK")
    other.close()
    assert answer.status_code == 503
    assert "Another program" in answer.json["error"]["message"]
    assert save(api, 1) == 201


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("disk I/O error", StorageFailed),
        ("database or disk is full", StorageFailed),
        ("attempt to write a readonly database", StorageFailed),
        ("database is locked", NotReady),
    ],
)
def test_every_refusal_of_the_disk_says_what_to_do(said: str, kind: type[Exception]) -> None:
    found = translate(sqlite3.OperationalError(said))
    assert isinstance(found, kind)
    assert found.action
