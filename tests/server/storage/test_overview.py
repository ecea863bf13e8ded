"""Pages answered from memory are the pages that reading every row would give, whoever changes what in between."""

import contextlib
from itertools import product

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tinydb import where

from server.storage import ordered, overviews
from server.storage.candidates import LISTED
from server.storage.members import frequent
from server.storage.overview import Overview
from server.storage.overview_masks import NotHere
from server.storage.overviews import chosen, overview_of
from server.storage.page import Choice, Order, page_in_python
from server.storage.store import Store
from tests.server.storage.factory import candidate
from tests.server.storage.test_pages import FILTERS, HERE
from tests.server.storage.test_tinydb_answers import BODIES, QUERIES

TABLE = "candidates"
SOME = ("saved_at", "fit", "followers", "name", "stage", None)
STAMP = "2026-11-{:02}T10:00:00.000Z"
MORE = FILTERS | {
    "since": HERE & (where("saved_at") >= STAMP.format(9)) & (where("saved_at") < STAMP.format(20)),
    "load": HERE & (where("annotation").commercial.load <= 0.5),
    "stages": (where("stage") == "asked") | where("stage").one_of(["sent", "nothing"]),
    "by the database": HERE & (where("stage") >= "b"),
}
CHANGES = st.lists(
    st.tuples(st.integers(0, 1), st.sampled_from(["put", "put", "put", "drop"]), st.integers(0, 9), BODIES),
    min_size=1, max_size=15,
)  # fmt: skip


@pytest.fixture(autouse=True)
def in_memory_from_the_first_row(monkeypatch):
    monkeypatch.setattr(overviews, "LEAST_ROWS", 0)
    monkeypatch.setattr(overviews, "PAUSE", 0)
    monkeypatch.setattr(ordered, "FEW", 20)


def made(store, table=TABLE):
    """Let the store make its overview."""
    store.page(table)
    store._memory.overviews.wait()


def body(number):
    """A candidate with gaps."""
    changes = {"saved_at": STAMP.format(number % 28 + 1), "list_id": "main" if number % 20 else "other"}
    found = candidate(number, **changes)
    found["annotation"]["fit"] = {"score": number % 40 if number % 7 else None}
    found["annotation"]["places"] = [{"text": ("Lisbon", "Porto")[number % 2], "country": "PT"}]
    found["annotation"]["commercial"] = {"load": number % 10 / 10} if number % 3 else {}
    return found


@pytest.fixture(scope="module")
def store():
    opened = Store.in_memory()
    with opened.transaction():
        for number in range(100):
            opened.put(TABLE, f"k{number}", body(number))
    yield opened
    opened.close()


def plainly(store, choice, order):
    with store._pool.reading() as con:
        return page_in_python(con, choice, order, lambda _: None)


@pytest.mark.parametrize("name", MORE)
@pytest.mark.parametrize("text", [None, "slow sew", "h17", "nowhere"])
def test_a_page_is_what_reading_every_row_gives(store, name, text):
    made(store)
    for sort, descending in product(SOME, (True, False)):
        every = plainly(
            store, Choice(table=TABLE, where=MORE[name], text=text), Order(sort=sort, descending=descending, limit=999)
        )
        for offset in (0, 45, 999):
            found = store.page(
                TABLE, where=MORE[name], text=text, sort=sort, descending=descending, offset=offset, limit=20
            )
            assert (found.total, found.rows) == (every.total, every.rows[offset : offset + 20]), (sort, descending)


def test_these_pages_do_come_from_memory(store):
    with store._pool.reading() as con:
        overview = overview_of(con, TABLE)
        for name, query in MORE.items():
            if name == "by the database":
                with pytest.raises(NotHere):
                    mask_of(overview, con, query)
            else:
                assert mask_of(overview, con, query).sum() == store.count(TABLE, query), name
    assert overview.odd == set()


def mask_of(overview, con, query):
    wanted = ordered.Wanted(table=TABLE, sql="1", values=(), spoken=None, column="id", descending=False)
    return chosen(overview, con, query, wanted)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
@given(CHANGES, st.lists(QUERIES, min_size=1, max_size=3))
def test_two_stores_on_one_folder_never_show_what_was_before(tmp_path_factory, changes, queries):
    folder = tmp_path_factory.mktemp("two")
    with contextlib.closing(Store.open(folder)) as one, contextlib.closing(Store.open(folder)) as other:
        one.put(TABLE, "first", {"stage": "a"})
        made(one)
        made(other)
        for which, what, number, changed in changes:
            change((one, other)[which], what, f"k{number}", changed)
            for store, query in product((one, other), queries):
                order = Order(sort="fit", descending=bool(number % 2))
                expected = plainly(one, Choice(table=TABLE, where=query), order)
                assert store.page(TABLE, where=query, sort="fit", descending=bool(number % 2)) == expected


def change(store, what, key, body):
    if what == "put":
        store.put(TABLE, key, body)
    else:
        store.drop(TABLE, key)


def test_what_is_undone_is_not_remembered(tmp_path):
    with contextlib.closing(Store.open(tmp_path)) as store:
        store.put(TABLE, "a", body(1))
        made(store)
        with contextlib.suppress(ZeroDivisionError), store.transaction():
            store.put(TABLE, "b", body(2))
            assert store.page(TABLE, where=HERE).total == 2
            raise ZeroDivisionError
        store.put(TABLE, "c", body(20))
        assert store.page(TABLE, where=HERE).total == 1


def test_a_restored_backup_is_seen_at_once(tmp_path):
    with contextlib.closing(Store.open(tmp_path / "data")) as store:
        store.put(TABLE, "a", body(1))
        store.backup(tmp_path / "kept.db")
        for number in range(2, 9):
            store.put(TABLE, f"k{number}", body(number))
        made(store)
        assert store.page(TABLE, where=HERE).total == 8
        store.restore(tmp_path / "kept.db")
        for _ in range(2):
            assert store.page(TABLE, where=HERE).total == 1
            store._memory.overviews.wait()


def test_very_many_changes_make_it_anew(tmp_path, monkeypatch):
    monkeypatch.setattr(overviews, "MOST_BEHIND", 3)
    with contextlib.closing(Store.open(tmp_path)) as store:
        store.put(TABLE, "a", body(1))
        made(store)
        for number in range(2, 9):
            store.put(TABLE, f"k{number}", body(number))
        assert store.page(TABLE, where=HERE).total == 8
        store._memory.overviews.wait()
        assert store.page(TABLE, where=HERE).total == 8


def test_a_value_that_no_array_holds_leaves_its_column_to_the_database(store):
    overview = Overview(0)
    row = (1, "main", "instagram", 7, "micro", None, "a lot", 0.5, 2**60, 10, "yesterday", 0, 0, 0, 0)
    overview.append([row])
    assert overview.odd == {"stage", "fit", "engagement", "saved_at"}
    assert np.isnan(overview["fit"]).all()


def test_a_number_that_comes_back_between_others_makes_it_anew():
    overview = Overview(0)
    rest = ("main", "instagram", "asked", "micro", None, 1, 0.5, 0.1, 10, STAMP.format(1), 0, 0, 0, 0)
    overview.append([(1, *rest), (5, *rest)])
    assert overview.put((5, *rest))
    assert not overview.put((3, *rest))


@pytest.mark.parametrize("list_id", ["main", "other", "nowhere"])
@pytest.mark.parametrize("kind", ["tags", "languages", "places", "countries"])
def test_what_is_frequent_on_a_list_is_what_the_database_counts(store, kind, list_id):
    made(store)
    with store._pool.reading() as con:
        expected = frequent(con, TABLE, list_id, LISTED[kind], 60)
    assert store.frequent(TABLE, list_id, LISTED[kind], 60) == expected
    assert bool(expected) == (list_id != "nowhere" and kind != "languages"), "the bodies hold no such values"


def test_values_without_a_bit_are_counted_too(tmp_path):
    with contextlib.closing(Store.open(tmp_path)) as store:
        with store.transaction():
            for number in range(270):
                store.put(TABLE, f"k{number}", candidate(number, tags=[f"tag{number // 2}", number, "all"]))
        made(store)
        with store._pool.reading() as con:
            expected = frequent(con, TABLE, "main", LISTED["tags"], 999)
        assert store.frequent(TABLE, "main", LISTED["tags"], 999) == expected
        assert len(expected) == 406
