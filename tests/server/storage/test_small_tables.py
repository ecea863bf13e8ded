"""Small tables are answered from memory, and always with what is committed now, whoever changed it."""

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.domain.errors import NotReady
from server.storage import small_tables
from server.storage.store import Store

KEYS = st.sampled_from(["a", "b", "c"])
STEPS = st.lists(
    st.tuples(st.integers(0, 1), st.sampled_from(["put", "drop", "undone"]), KEYS, st.integers(0, 9)), max_size=25
)


@pytest.fixture
def two(tmp_path):
    with contextlib.closing(Store.open(tmp_path)) as one, contextlib.closing(Store.open(tmp_path)) as other:
        yield one, other


@settings(max_examples=30, deadline=None)
@given(STEPS)
def test_both_see_every_change_of_either_at_once(tmp_path_factory, steps):
    folder, plain = tmp_path_factory.mktemp("two"), {}
    with contextlib.closing(Store.open(folder)) as one, contextlib.closing(Store.open(folder)) as other:
        for which, what, key, number in steps:
            take((one, other)[which], plain, what, key, {"n": number})
            for store in (one, other):
                assert list(store.rows("lists")) == list(plain.values())
                assert store.get("lists", key) == plain.get(key)


def take(store, plain, what, key, body):
    if what == "put":
        store.put("lists", key, body)
        plain[key] = body
    elif what == "drop":
        assert store.drop("lists", key) == plain.pop(key, None)
    else:
        with contextlib.suppress(ZeroDivisionError), store.transaction():
            store.put("lists", key, body)
            assert store.get("lists", key) == body
            raise ZeroDivisionError


def test_what_a_caller_does_to_a_body_is_its_own_affair(two):
    two[0].put("lists", "a", {"tags": []})
    two[0].get("lists", "a")["tags"].append("changed")
    next(two[0].rows("lists"))["tags"].append("changed")
    assert two[0].get("lists", "a") == {"tags": []}


def test_a_table_that_has_grown_is_read_from_the_disk(two, monkeypatch):
    monkeypatch.setattr(small_tables, "MOST_ROWS", 3)
    for number in range(5):
        two[0].put("lists", str(number), {"n": number})
        assert [row["n"] for row in two[1].rows("lists")] == list(range(number + 1))
        assert two[1].get("lists", str(number)) == {"n": number}
    two[0].drop("lists", "4")
    two[0].drop("lists", "3")
    assert [row["n"] for row in two[1].rows("lists")] == [0, 1, 2]


def test_a_second_look_reads_nothing(two, monkeypatch):
    two[0].put("lists", "a", {"n": 1})
    assert two[0].get("lists", "a") == {"n": 1}
    monkeypatch.setattr(two[0]._pool, "reading", lambda: pytest.fail("read again"))
    assert two[0].get("lists", "a") == {"n": 1}
    assert two[0].get("lists", "b") is None


def test_a_closed_store_says_so(tmp_path):
    store = Store.open(tmp_path)
    store.put("lists", "a", {"n": 1})
    assert store.get("lists", "a") == {"n": 1}
    store.close()
    with pytest.raises(NotReady):
        store.get("lists", "a")
