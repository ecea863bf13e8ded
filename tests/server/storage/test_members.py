"""What is in the lists of bodies can be counted, and places of older documents are filed by the migration."""

import contextlib
import sqlite3
from pathlib import Path

from server.services.ports import CandidateView
from server.storage import schema
from server.storage.candidates import Candidates
from server.storage.connection import FILE_NAME
from server.storage.doctor import repair
from server.storage.store import Store
from server.storage.traces import POINTING
from tests.factories import put

LISBON = {"text": "Lisbon", "country": "PT", "evidence": []}
NOWHERE = {"text": "the sea", "country": None, "evidence": []}

BEFORE_CHANGED = (
    "DROP INDEX lookup_changed",
    "ALTER TABLE lookup DROP COLUMN changed",
    "DROP TABLE gone",
    "DROP TRIGGER document_removed",
    "CREATE TRIGGER document_removed AFTER DELETE ON document BEGIN DELETE FROM lookup WHERE id = old.id; END",
)
BEFORE_MARKS = (
    "DROP INDEX lookup_stage",
    "DROP INDEX lookup_named",
    "DROP INDEX lookup_wide",
    "DROP TABLE mark",
    *(f"ALTER TABLE lookup DROP COLUMN m{number}" for number in range(4)),
    "CREATE INDEX lookup_wide ON lookup (tbl, list_id)",
)
"""Undoes the third migration."""


def found(store: Store, **view: object) -> list[str]:
    return [body["handle"] for body in Candidates(store).page(CandidateView(list_id="main", **view)).rows]  # type: ignore[arg-type]


def test_values_of_a_list_come_most_frequent_first_and_of_this_list_alone(store: Store) -> None:
    put(store, "main", "a", tags=["linen", "wool"])
    put(store, "main", "b", tags=["wool"])
    put(store, "other", "c", tags=["linen"])
    assert Candidates(store).frequent("main", "tags", limit=5) == (("wool", 2), ("linen", 1))
    assert Candidates(store).frequent("main", "tags", limit=1) == (("wool", 2),)


def test_a_place_is_found_by_name_and_by_country(store: Store) -> None:
    put(store, "main", "a", annotation={"places": [LISBON]})
    put(store, "main", "b", annotation={"places": [NOWHERE]})
    assert found(store, places=("PT",)) == ["a"]
    assert found(store, places=("the sea",)) == ["b"]
    assert found(store, places=("Lisbon", "the sea")) == ["b", "a"]
    assert Candidates(store).frequent("main", "countries", limit=5) == (("PT", 1),)


def test_when_it_was_saved_is_a_filter(store: Store) -> None:
    for day in (1, 2, 3):
        put(store, "main", f"h{day}", saved_at=f"2026-11-0{day}T10:00:00.000Z")
    assert found(store, saved_from="2026-11-02T00:00:00.000Z") == ["h3", "h2"]
    assert found(store, saved_from="2026-11-02T00:00:00.000Z", saved_before="2026-11-03T00:00:00.000Z") == ["h2"]


def test_places_of_documents_stored_before_are_found_after_the_migration(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    put(store, "main", "a", annotation={"places": [LISBON, NOWHERE]})
    put(store, "main", "b")
    store.close()
    older(tmp_path / FILE_NAME)
    store = Store.open(tmp_path)
    assert found(store, places=("PT",)) == ["a"]
    assert Candidates(store).frequent("main", "places", limit=5) == (("Lisbon", 1), ("the sea", 1))
    store.close()


def older(file: Path) -> None:
    """The database as the version before wrote it, with one broken document."""
    con = sqlite3.connect(file)
    con.execute("DELETE FROM member WHERE path LIKE 'annotation.places%'")
    con.execute("INSERT INTO document SELECT 99, tbl, 99, 'x', 1, 0, 0, 'no json' FROM document LIMIT 1")
    for statement in (*BEFORE_MARKS, *BEFORE_CHANGED):
        con.execute(statement)
    con.execute(f"PRAGMA user_version = {schema.MIGRATIONS.index('0002_places.sql')}")
    con.commit()
    con.close()


def test_who_points_at_an_account_stored_before_is_found_after_the_migration(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    put(store, "main", "a", profile={"bio": "TT: @sol", "links": [{"url": "https://sol.example/shop"}]})
    put(store, "main", "broken")
    store.close()
    with contextlib.closing(sqlite3.connect(tmp_path / FILE_NAME)) as con:
        con.execute("DELETE FROM member WHERE path = 'traces'")
        con.execute("UPDATE document SET body = X'FF' WHERE id > 1")
        for statement in BEFORE_CHANGED:
            con.execute(statement)
        con.execute(f"PRAGMA user_version = {schema.MIGRATIONS.index('0004_traces.sql')}")
        con.commit()
    store = Store.open(tmp_path)
    for trace in ("tiktok/sol", "sol.example", "sol.example/shop"):
        assert store.pointing(trace, 5) == (("instagram", "a"),)
    store.close()


def test_traces_take_no_marks_from_tags(store: Store) -> None:
    put(store, "main", "a", profile={"bio": "TT: @sol"}, tags=["wool"])
    assert store.pointing("tiktok/sol", 5) == (("instagram", "a"),)
    assert found(store, tags=("wool",)) == ["a"]
    assert found(store, tags=("tiktok/sol",)) == []


def test_who_points_somewhere_is_looked_up_and_never_searched_for(store: Store) -> None:
    with store._pool.reading() as con:
        plan = [str(step[3]) for step in con.execute(f"EXPLAIN QUERY PLAN {POINTING}", ("a", "b", "c", 1))]
    steps = [step for step in plan if "TEMP B-TREE" not in step]
    assert steps[0].startswith("SEARCH member")
    assert all(step.startswith("SEARCH") for step in steps), plan


def test_a_repair_files_anew_what_people_point_at(tmp_path: Path) -> None:
    with contextlib.closing(Store.open(tmp_path)) as store:
        put(store, "main", "a", profile={"bio": "TT: @sol"})
    with contextlib.closing(sqlite3.connect(tmp_path / FILE_NAME)) as con:
        con.execute("DELETE FROM lookup")
        con.execute("DELETE FROM member")
        con.commit()
    assert repair(tmp_path).is_sound
    with contextlib.closing(Store.open(tmp_path)) as store:
        assert store.pointing("tiktok/sol", 5) == (("instagram", "a"),)


def test_any_number_of_values_can_be_asked_for(store: Store) -> None:
    put(store, "main", "a", tags=["wool"], annotation={"places": [LISBON]})
    many = tuple(f"x{number}" for number in range(1_500))
    assert found(store, tags=(*many, "wool"), places=("PT", *many), platforms=(*many, "instagram")) == ["a"]
    assert found(store, tags=many) == []
