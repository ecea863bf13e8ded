"""One page of many is the same page that reading every row would give, whatever it is filtered and sorted by."""

from itertools import product

import pytest
from tinydb import where

from server.storage import doctor, ordered
from server.storage.page import Choice, Order, page_in_python
from server.storage.store import Store
from tests.server.storage.factory import candidate

MANY = 240
TABLE = "candidates"
HERE = where("list_id") == "main"
FILTERS = {
    "list": HERE,
    "tag that all have": HERE & where("tags").any(["linen"]),
    "one of two tags": HERE & where("tags").any(["wool", "linen"]),
    "tag that none has": HERE & where("tags").any(["nothing"]),
    "rare niche": HERE & where("annotation").niches.any(where("id") == "rare"),
    "rare or frequent": HERE & where("tags").any(["wool"]) | where("annotation").niches.any(where("id") == "rare"),
    "not the tag": HERE & ~where("tags").any(["wool"]),
    "tier and fit": HERE & (where("annotation").tier.nested == "nano") & (where("annotation").fit.score >= 3),
}
TEXTS = (None, "lisbon", "slow sew", "h17", "nowhere")
SORTS = ("saved_at", "fit", "followers", "engagement", "name", "handle", "stage", "load", None)


@pytest.fixture(scope="module")
def store():
    opened = Store.in_memory()
    with opened.transaction():
        for number in range(MANY):
            body = candidate(number, list_id="main" if number % 50 else "other")
            body["annotation"]["fit"] = {"score": number % 100 if number % 7 else None}
            body["annotation"]["niches"] = [{"id": "rare"}] if number % 33 == 0 else []
            opened.put(TABLE, f"k{number}", body)
    yield opened
    opened.close()


@pytest.fixture
def small_steps(monkeypatch):
    """What is few and what is read at once, in proportion to so small a table."""
    monkeypatch.setattr(ordered, "FEW", 40)
    monkeypatch.setattr(ordered, "SMALLEST_CHUNK", 8)


def plainly(store, choice, order):
    with store._pool.reading() as con:
        return page_in_python(con, choice, order, lambda _: None)


@pytest.mark.usefixtures("small_steps")
@pytest.mark.parametrize("name", FILTERS)
@pytest.mark.parametrize("text", TEXTS)
def test_a_page_is_what_reading_every_row_gives(store, name, text):
    for sort, descending in product(SORTS, (True, False)):
        every = plainly(
            store, Choice(table=TABLE, where=FILTERS[name], text=text),
            Order(sort=sort, descending=descending, limit=MANY),
        )  # fmt: skip
        for offset in (0, 1, 70, 110, 170, 225, MANY):
            found = store.page(
                TABLE, where=FILTERS[name], text=text, sort=sort, descending=descending, offset=offset, limit=20
            )
            assert found.total == every.total, sort
            assert found.rows == every.rows[offset : offset + 20], (sort, descending, offset)


def test_a_page_after_a_change_is_fresh():
    store = Store.in_memory()
    query = HERE & where("tags").any(["linen"])
    assert store.page(TABLE, where=query).total == 0
    store.put(TABLE, "a", candidate(1))
    assert store.page(TABLE, where=query).total == 1
    store.put(TABLE, "a", candidate(1, tags=[]))
    assert store.page(TABLE, where=query).total == 0
    store.close()


def test_what_a_failed_change_showed_is_not_remembered():
    store = Store.in_memory()
    store.put(TABLE, "a", candidate(1))
    with pytest.raises(ZeroDivisionError):
        add_and_fail(store)
    store.put(TABLE, "c", candidate(3, list_id="other"))
    assert store.page(TABLE, where=HERE).total == 1
    store.close()


def add_and_fail(store):
    with store.transaction():
        store.put(TABLE, "b", candidate(2))
        assert store.page(TABLE, where=HERE).total == 2
        raise ZeroDivisionError


def test_more_values_than_there_are_bits_are_all_found(tmp_path):
    store = Store.open(tmp_path)
    with store.transaction():
        for number in range(300):
            store.put(TABLE, f"k{number}", candidate(number, tags=[f"tag{number}", "all"]))
    for number in (0, 61, 62, 247, 248, 299):
        query = HERE & where("tags").any([f"tag{number}"])
        assert [body["handle"] for body in store.page(TABLE, where=query).rows] == [f"h{number}"]
    assert store.page(TABLE, where=HERE & where("tags").any(["tag0", "tag299"])).total == 2
    store.close()
    assert doctor.check(tmp_path).is_sound


def test_a_forgotten_value_leaves_its_bit_to_the_next(tmp_path):
    store = Store.open(tmp_path)
    store.put(TABLE, "a", candidate(1, tags=["secretxyzzy"]))
    store.put(TABLE, "b", candidate(2, tags=["kept"]))
    store.drop(TABLE, "a")
    store.scrub()
    assert b"secretxyzzy" not in b"".join(path.read_bytes() for path in tmp_path.iterdir())
    store.put(TABLE, "c", candidate(3, tags=["next"]))
    assert [body["handle"] for body in store.page(TABLE, where=HERE & where("tags").any(["next"])).rows] == ["h3"]
    assert store.page(TABLE, where=HERE & where("tags").any(["kept"])).total == 1
    store.close()
    assert doctor.check(tmp_path).is_sound
