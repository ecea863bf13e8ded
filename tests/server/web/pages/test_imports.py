"""Reading in from the page: look first, then save, never over somebody who is there."""

import io

from flask.testing import FlaskClient

from server.services.forget_person import forget_person
from server.storage.candidates import Candidates
from server.storage.store import Store
from tests.conftest import Clock
from tests.factories import a_list, put

TEXT = "handle,bio,tags\nsol,throws ceramics,film\ntilda.mends,other,\n<b>,x,\n"
AGREED = {"text": TEXT, "agreed": "yes", "column:handle": "handle", "column:bio": "bio", "column:tags": "tags"}


def test_looking_saves_nothing(pages: FlaskClient, store: Store) -> None:
    spring = a_list(store)
    shown = pages.post(f"/lists/{spring.id}/import", data={"text": TEXT}).text
    assert '<option value="handle" selected>' in shown
    assert "&lt;b&gt;" in shown
    assert list(store.rows("candidates")) == []


def test_agreed_lines_are_saved_and_told_one_by_one(pages: FlaskClient, store: Store) -> None:
    spring = a_list(store)
    there = put(store, spring.id, note="kept")
    before = store.get("candidates", there)
    shown = pages.post(f"/lists/{spring.id}/import", data=AGREED).text
    assert "1 person added" in shown
    assert "on the list already" in shown
    assert "No handle of Instagram or TikTok." in shown
    assert store.get("candidates", there) == before
    added = store.get("candidates", f"{spring.id}.instagram.sol")
    assert added is not None
    assert (added["tags"], added["annotation"]["niches"][0]["id"]) == (["film"], "ceramics")


def test_twice_is_once(pages: FlaskClient, store: Store) -> None:
    spring = a_list(store)
    for _ in range(2):
        pages.post(f"/lists/{spring.id}/import", data=AGREED)
    assert len(list(store.rows("candidates"))) == 2


def test_an_erased_person_does_not_come_back(pages: FlaskClient, store: Store, clock: Clock) -> None:
    spring = a_list(store)
    forget_person(store, Candidates(store), "instagram", "sol", clock=clock)
    pages.post(f"/lists/{spring.id}/import", data=AGREED)
    assert store.get("candidates", f"{spring.id}.instagram.sol") is None


def test_somebody_read_in_can_be_looked_at(pages: FlaskClient, store: Store) -> None:
    spring = a_list(store)
    pages.post(f"/lists/{spring.id}/import", data=AGREED)
    assert pages.get(f"/lists/{spring.id}/{spring.id}.instagram.sol").status_code == 200
    assert "read in from a table" in pages.get(f"/lists/{spring.id}").text


def test_a_file_that_is_not_utf8_is_refused(pages: FlaskClient, store: Store) -> None:
    spring = a_list(store)
    answer = pages.post(f"/lists/{spring.id}/import", data={"file": (io.BytesIO(b"\xff\xfe"), "x.csv")})
    assert answer.status_code == 422
    assert "not UTF-8" in answer.text


def test_a_zeeschuimer_export_of_several_megabytes_is_taken(pages: FlaskClient, store: Store) -> None:
    spring = a_list(store)
    line = '{"source_platform":"tiktok.com","data":{"id":"1","author":"sol","desc":"ceramics","rest":"%s"}}\n'
    head = '--x\r\nContent-Disposition: form-data; name="file"; filename="zeeschuimer.ndjson"\r\n\r\n'
    body = f"{head}{line % ('x' * 20_000) * 200}\r\n--x--\r\n".encode()
    kind = "multipart/form-data; boundary=x"
    shown = pages.post(f"/lists/{spring.id}/import", data=body, content_type=kind).text
    assert '<option value="caption" selected>' in shown
    assert "200 lines" in shown
    assert "xxxx" not in shown
