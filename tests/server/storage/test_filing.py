"""After any changes a document is found by what it holds now and by nothing that it held before."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from server.storage import documents
from server.storage.doctor import disagreements
from server.storage.filing import NAMES
from server.storage.store import Store
from tests.server.storage.test_tinydb_answers import BODIES

FILED = f"SELECT id, tbl, {', '.join(NAMES)} FROM lookup ORDER BY id"  # noqa: S608
MEMBERS = "SELECT * FROM member ORDER BY id, path, value"
LINKS = st.lists(st.sampled_from(["https://sol.example", "https://mara.example/shop"]), max_size=2)
CANDIDATES = st.builds(lambda body, links: body | {"profile": {"links": [{"url": at} for at in links]}}, BODIES, LINKS)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.sampled_from("abc"), CANDIDATES), min_size=1, max_size=12))
def test_what_is_filed_is_what_a_fresh_store_would_file(changes):
    store, fresh = Store.in_memory(), Store.in_memory()
    try:
        for key, body in changes:
            store.put("candidates", key, body)
        for key in dict.fromkeys(key for key, _ in changes):
            fresh.put("candidates", key, dict(changes)[key])
        with store._pool.reading() as ours, fresh._pool.reading() as theirs:
            assert without_marks(ours) == without_marks(theirs)
            assert set(ours.execute(MEMBERS)) == set(theirs.execute(MEMBERS))
            assert disagreements(ours) == []
    finally:
        store.close()
        fresh.close()


def without_marks(con):
    return [row[:-4] for row in con.execute(FILED)]


def test_a_change_writes_only_the_columns_that_differ():
    store = Store.in_memory()
    body = {"list_id": "main", "stage": "asked", "tags": ["linen"], "note": ""}
    store.put("candidates", "a", body)
    said = []
    with store._pool.reading() as con:
        con.set_trace_callback(said.append)
    store.put("candidates", "a", body | {"stage": "yes", "note": "called"})
    written = [line for line in said if line.startswith(("UPDATE", "INSERT", "DELETE")) and " words " not in line]
    assert [line.split(", changed")[0] for line in written if "lookup" in line] == ["UPDATE lookup SET stage = 'yes'"]
    assert not [line for line in written if "member" in line]
    store.close()


def test_broken_columns_are_filed_anew():
    store = Store.in_memory()
    body = {"list_id": "main", "tags": ["linen"]}
    store.put("candidates", "a", body)
    with store._pool.writing() as con:
        con.execute("UPDATE member SET value = CAST(x'6cff' AS TEXT)")
        con.execute("UPDATE lookup SET handle = CAST(x'6cff' AS TEXT)")
    store.put("candidates", "a", body)
    with store._pool.reading() as con:
        assert con.execute(MEMBERS).fetchall() == [("tags", "linen", 1)]
        assert con.execute("SELECT handle FROM lookup").fetchone() == (None,)
        assert documents.find(con, "candidates", "a").is_sound()
    store.close()
