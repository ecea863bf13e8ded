"""Everybody in a view is named once, whatever its page; a change too long to carry can be undone until the next."""

import pytest

from server.domain.errors import InvalidInput, NotFound
from server.services import change_many
from server.services.change_many import keep_keys, kept_keys, keys_of
from server.services.export_person import person_kept
from server.services.forget_person import forget_person
from server.services.ports import CandidateView
from server.storage.candidates import Candidates
from server.storage.store import Store
from tests.conftest import Clock
from tests.factories import a_list, put


@pytest.mark.parametrize("piece", [1, 2, 3, 500])
def test_everybody_of_the_view_is_named_once(store: Store, monkeypatch: pytest.MonkeyPatch, piece: int) -> None:
    monkeypatch.setattr(change_many, "PIECE", piece)
    spring = a_list(store)
    wanted = {put(store, spring.id, f"person.{number}", tags=["film"]) for number in range(3)}
    put(store, spring.id, "another")
    put(store, a_list(store, "Autumn").id, "elsewhere", tags=["film"])
    keys = keys_of(Candidates(store), CandidateView(list_id=spring.id, tags=("film",), offset=2, limit=1))
    assert sorted(keys) == sorted(wanted)


def test_too_many_are_refused_before_anything_is_read(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(change_many, "MOST", 1)
    spring = a_list(store)
    for handle in ("one", "two"):
        put(store, spring.id, handle)
    with pytest.raises(InvalidInput, match="2 people"):
        keys_of(Candidates(store), CandidateView(list_id=spring.id))


def test_only_the_last_long_change_of_a_list_comes_back_and_only_once(store: Store) -> None:
    first = keep_keys(store, "spring", "stage", ["a"])
    other = keep_keys(store, "autumn", "stage", ["c"])
    last = keep_keys(store, "spring", "stage", ["b"])
    for word, what in ((first, "stage"), (last, "tags")):
        with pytest.raises(NotFound):
            kept_keys(store, "spring", what, word)
    assert kept_keys(store, "spring", "stage", last) == ["b"]
    with pytest.raises(NotFound):
        kept_keys(store, "spring", "stage", last)
    assert kept_keys(store, "autumn", "stage", other) == ["c"]


def test_a_forgotten_person_is_named_by_no_slot(store: Store, clock: Clock) -> None:
    spring = a_list(store)
    keep_keys(store, spring.id, "stage", [f"{put(store, spring.id, handle)}:1" for handle in ("tilda.mends", "sol")])
    kept = person_kept(store, Candidates(store), "instagram", "Tilda.Mends")
    assert [slot["keys"] for slot in kept["last_changes"]] == [[f"{spring.id}.instagram.tilda.mends:1"]]
    forget_person(store, Candidates(store), "instagram", "Tilda.Mends", clock=clock)
    assert list(store.rows("last_changes")) == []
