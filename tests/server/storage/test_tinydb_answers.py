"""Random work through TinyDB's API gives the same answers here as in TinyDB's own memory."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tinydb import TinyDB, where
from tinydb.operations import delete, increment
from tinydb.storages import MemoryStorage
from tinydb.table import Document

from server.storage.store import Store

NUMBERS = st.integers(-3, 3) | st.sampled_from([0.5, 2.0, 2**53 + 1, 2**70])
WORDS = st.sampled_from(["", "a", "b", "Ä", "z\0", "spotted"])
PATHS = {("stage",): WORDS, ("annotation", "fit", "score"): NUMBERS, ("note",): WORDS, ("size",): NUMBERS}
BODIES = st.fixed_dictionaries(
    {},
    optional={
        "stage": WORDS | st.none(),
        "note": WORDS,
        "size": NUMBERS,
        "tags": st.lists(WORDS, max_size=2),
        "annotation": st.fixed_dictionaries(
            {"fit": st.fixed_dictionaries({"score": NUMBERS})},
            optional={"niches": st.lists(st.fixed_dictionaries({"id": WORDS}), max_size=2)},
        ),
    },
)


def at(path):
    query = where(path[0])
    for part in path[1:]:
        query = query[part]
    return query


@st.composite
def comparisons(draw):
    path = draw(st.sampled_from(sorted(PATHS)))
    operator = draw(st.sampled_from(["==", "!=", "<", "<=", ">", ">=", "one_of", "exists"]))
    value = draw(PATHS[path])
    if operator == "one_of":
        return at(path).one_of([value, draw(PATHS[path])])
    if operator == "exists":
        return at(path).exists()
    if operator in ("<", "<=", ">", ">=") and path == ("stage",):
        return at(path).test(lambda found, value=value: isinstance(found, str) and found < value)
    signs = {"==": "__eq__", "!=": "__ne__", "<": "__lt__", "<=": "__le__", ">": "__gt__", ">=": "__ge__"}
    return getattr(at(path), signs[operator])(value)


MEMBERS = WORDS.map(lambda word: where("tags").any([word])) | WORDS.map(
    lambda word: where("annotation").niches.any(where("id") == word)
)
QUERIES = st.recursive(
    comparisons() | MEMBERS,
    lambda inner: (
        st.builds(lambda a, b: a & b, inner, inner)
        | st.builds(lambda a, b: a | b, inner, inner)
        | inner.map(lambda query: ~query)
    ),
    max_leaves=4,
)
IDS = st.lists(st.integers(1, 8), max_size=3, unique=True)
STEPS = st.one_of(
    st.tuples(st.just("insert"), BODIES),
    st.tuples(st.just("insert_multiple"), st.lists(BODIES, max_size=3)),
    st.tuples(st.just("update"), BODIES, QUERIES),
    st.tuples(st.just("update_ids"), BODIES, IDS),
    st.tuples(st.just("upsert"), BODIES, QUERIES),
    st.tuples(st.just("upsert_number"), BODIES, st.integers(1, 12)),
    st.tuples(st.just("remove"), QUERIES),
    st.tuples(st.just("remove_ids"), IDS),
    st.tuples(st.just("search"), QUERIES),
    st.tuples(st.just("get"), QUERIES),
    st.tuples(st.just("get_ids"), IDS),
    st.tuples(st.just("count"), QUERIES),
    st.tuples(st.just("grow"), QUERIES),
    st.tuples(st.just("lose"), QUERIES),
    st.tuples(st.just("update_multiple"), BODIES, QUERIES, BODIES, QUERIES),
    st.tuples(st.just("truncate")),
)
ACTIONS = {
    "update_ids": lambda table, body, ids: table.update(body, doc_ids=ids),
    "upsert_number": lambda table, body, number: table.upsert(Document(body, number)),
    "remove_ids": lambda table, ids: table.remove(doc_ids=ids),
    "get_ids": lambda table, ids: table.get(doc_ids=ids),
    "grow": lambda table, query: table.update(increment("size"), query & where("size").exists()),
    "lose": lambda table, query: table.update(delete("note"), query & where("note").exists()),
    "update_multiple": lambda table, a, q, b, r: table.update_multiple([(a, q), (b, r)]),
}


def answer(table, step):
    name, *values = step
    action = ACTIONS.get(name) or (lambda table, *values: getattr(table, name)(*values))
    return numbered(action(table, *values))


def numbered(value):
    if isinstance(value, list):
        return [numbered(item) for item in value]
    return (value.doc_id, dict(value)) if isinstance(value, Document) else value


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(STEPS, min_size=1, max_size=25))
def test_the_same_steps_give_the_same_answers(steps):
    store, plain = Store.in_memory(), TinyDB(storage=MemoryStorage)
    try:
        ours, theirs = store.db.table("candidates"), plain.table("candidates")
        for step in steps:
            assert answer(ours, step) == answer(theirs, step), step
            assert len(ours) == len(theirs)
        assert numbered(ours.all()) == numbered(theirs.all())
    finally:
        store.close()


def test_a_found_document_changed_in_place_changes_nothing_stored():
    store = Store.in_memory()
    table = store.db.table("candidates")
    table.insert({"tags": ["a"]})
    table.search(where("tags").exists())[0]["tags"].append("b")
    assert table.search(where("tags").exists()) == [{"tags": ["a"]}]
    store.close()


def test_answers_are_fresh_after_another_store_changed_the_folder(tmp_path):
    one, other = Store.open(tmp_path), Store.open(tmp_path)
    query = where("stage") == "asked"
    assert one.db.table("candidates").search(query) == []
    other.db.table("candidates").insert({"stage": "asked"})
    assert one.db.table("candidates").search(query) == [{"stage": "asked"}]
    one.close()
    other.close()
