"""The store that services use."""

import os
import sqlite3
import stat
import threading

import pytest
from tinydb import where

from server.domain.errors import Conflict, InvalidInput, NotReady, StorageFailed
from server.storage.connection import FILE_NAME
from server.storage.store import Store
from tests.server.storage.factory import candidate

TABLE = "candidates"


@pytest.fixture(params=["memory", "file"])
def store(request, tmp_path):
    opened = Store.in_memory() if request.param == "memory" else Store.open(tmp_path / "data")
    yield opened
    opened.close()


def handles(page):
    return [row["handle"] for row in page.rows]


def test_what_was_put_is_there_after_opening_again(tmp_path):
    store = Store.open(tmp_path)
    store.put(TABLE, "a", candidate(1))
    store.close()
    again = Store.open(tmp_path)
    assert again.get(TABLE, "a") == candidate(1)
    again.close()


def test_revisions_count_from_one(store):
    assert [store.put(TABLE, "a", candidate(n)) for n in range(3)] == [1, 2, 3]
    assert store.revision(TABLE, "a") == 3


def test_a_change_that_has_not_seen_the_last_one_is_refused(store):
    store.put(TABLE, "a", candidate(1))
    store.put(TABLE, "a", candidate(2), revision=1)
    with pytest.raises(Conflict):
        store.put(TABLE, "a", candidate(3), revision=1)
    assert store.get(TABLE, "a") == candidate(2)


def test_revision_zero_means_only_when_nothing_is_there(store):
    assert store.put(TABLE, "a", candidate(1), revision=0) == 1
    with pytest.raises(Conflict):
        store.put(TABLE, "a", candidate(1), revision=0)


def test_drop_gives_back_what_was_there(store):
    store.put(TABLE, "a", candidate(1))
    assert store.drop(TABLE, "a") == candidate(1)
    assert store.drop(TABLE, "a") is None
    assert store.get(TABLE, "a") is None
    assert store.count(TABLE) == 0


def fail_halfway(store):
    with store.transaction():
        store.put(TABLE, "a", candidate(1))
        store.drop("lists", "kept")
        raise ZeroDivisionError


def test_a_failed_transaction_leaves_nothing(store):
    store.put("lists", "kept", {"name": "Kept"})
    with pytest.raises(ZeroDivisionError):
        fail_halfway(store)
    assert store.count(TABLE) == 0
    assert store.get("lists", "kept") == {"name": "Kept"}


def test_a_refused_change_inside_a_transaction_does_not_undo_the_others(store):
    with store.transaction():
        store.put(TABLE, "a", candidate(1))
        with pytest.raises(Conflict):
            store.put(TABLE, "a", candidate(2), revision=9)
        store.put(TABLE, "b", candidate(2))
    assert store.count(TABLE) == 2


@pytest.mark.parametrize("value", [float("nan"), float("inf"), {1, 2}, object()])
def test_what_json_cannot_hold_is_refused(store, value):
    with pytest.raises(InvalidInput):
        store.put(TABLE, "a", {"value": value})
    assert store.get(TABLE, "a") is None


@pytest.mark.parametrize("text", ["\ud83d", "\0", "é👗", "'; DROP TABLE document; --"])
def test_any_text_comes_back_as_it_was(store, text):
    store.put(TABLE, "k", {"handle": text, "tags": [text], "note": text})
    assert store.get(TABLE, "k") == {"handle": text, "tags": [text], "note": text}


def test_a_page_is_filtered_sorted_and_counted(store):
    with store.transaction():
        for number in range(300):
            store.put(TABLE, f"k{number}", candidate(number))
    query = (where("list_id") == "main") & (where("stage") == "asked")
    page = store.page(TABLE, where=query, sort="annotation.tier.followers", descending=True, offset=10, limit=5)
    assert page.total == 100
    assert handles(page) == ["h268", "h265", "h262", "h259", "h256"]


@pytest.mark.parametrize("query", [None, where("note").test(lambda _: True)])
@pytest.mark.parametrize("descending", [True, False])
def test_unknown_values_sort_last(store, query, descending):
    for number, score in enumerate([5, None, 9, 7]):
        store.put(TABLE, str(number), candidate(number, annotation={"fit": {"score": score}}))
    page = store.page(TABLE, where=query, sort="annotation.fit.score", descending=descending)
    assert handles(page) == (["h2", "h3", "h0", "h1"] if descending else ["h0", "h3", "h2", "h1"])


def test_a_page_sorts_by_any_path_of_the_body(store):
    for number in range(5):
        store.put(TABLE, str(number), candidate(number, own={"rank": -number}))
    assert handles(store.page(TABLE, sort="own.rank", limit=2)) == ["h4", "h3"]


def test_words_are_found_by_their_beginning_without_accents(store):
    store.put(TABLE, "a", candidate(1, note="asked for the café coat"))
    store.put(TABLE, "b", candidate(2))
    assert handles(store.page(TABLE, text="cafe COA")) == ["h1"]
    assert store.page(TABLE, text="ost lisb").total == 2
    assert store.page(TABLE, text="nowhere").total == 0


def test_changed_words_are_found_and_old_ones_are_not(store):
    store.put(TABLE, "a", candidate(1, note="velvet"))
    store.put(TABLE, "a", candidate(1, note="corduroy"))
    assert store.page(TABLE, text="corduroy").total == 1
    assert store.page(TABLE, text="velvet").total == 0


def test_search_words_are_not_a_language(store):
    store.put(TABLE, "a", candidate(1))
    assert store.page(TABLE, text='" OR * NEAR( mara').total in (0, 1)


def test_lists_in_the_body_are_filtered(store):
    for number in range(8):
        store.put(TABLE, str(number), candidate(number))
    assert store.count(TABLE, where("tags").any(["wool"])) == 4
    assert store.count(TABLE, where("annotation").niches.any(where("id") == "sewing-knitting")) == 6


def test_only_the_owner_can_read_the_files(tmp_path):
    store = Store.open(tmp_path / "data")
    store.put(TABLE, "a", candidate(1))
    modes = {stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "data").iterdir()}
    assert modes == {0o600}
    assert stat.S_IMODE((tmp_path / "data").stat().st_mode) == 0o700
    store.close()


def test_a_closed_store_says_so(store):
    store.close()
    with pytest.raises(NotReady):
        store.get(TABLE, "a")


def test_a_folder_that_is_a_file_is_refused_with_advice(tmp_path):
    (tmp_path / "taken").write_text("")
    with pytest.raises(StorageFailed) as refused:
        Store.open(tmp_path / "taken")
    assert refused.value.action


def test_many_threads_lose_nothing(store):
    def work(worker):
        for number in range(20):
            store.put(TABLE, f"{worker}.{number}", candidate(number))
            store.put(TABLE, "shared", candidate(number))

    threads = [threading.Thread(target=work, args=(worker,)) for worker in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert store.count(TABLE) == 121
    assert store.revision(TABLE, "shared") == 120


def test_a_damaged_row_is_set_aside_and_the_rest_stays(tmp_path):
    store = Store.open(tmp_path)
    for number in range(3):
        store.put(TABLE, str(number), candidate(number))
    store.close()
    con = sqlite3.connect(tmp_path / FILE_NAME)
    con.execute("UPDATE document SET body = replace(body, 'Lisbon', 'London') WHERE key = '1'")
    con.commit()
    con.close()
    store = Store.open(tmp_path)
    assert store.get(TABLE, "1") is None
    assert handles(store.page(TABLE)) == ["h0", "h2"]
    assert store.count(TABLE) == 2
    store.close()


def test_forgotten_words_leave_the_disk(tmp_path):
    store = Store.open(tmp_path)
    for number in range(30):
        store.put(TABLE, str(number), candidate(number))
    store.put(TABLE, "secret", candidate(1, handle="xyzzyperson", note="plughplugh"))
    store.drop(TABLE, "secret")
    store.scrub()
    left = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"xyzzyperson" not in left
    assert b"plughplugh" not in left
    store.close()


def test_files_stay_private_after_a_restart(tmp_path):
    Store.open(tmp_path).close()
    os.chmod(tmp_path / FILE_NAME, 0o644)  # noqa: PTH101
    Store.open(tmp_path).close()
    assert stat.S_IMODE((tmp_path / FILE_NAME).stat().st_mode) == 0o600
