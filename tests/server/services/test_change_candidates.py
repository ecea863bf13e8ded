"""Several candidates change at once, or none, and the history knows the way back."""

import pytest

from server.domain.errors import InvalidInput, NotFound
from server.services.bookmark_candidate import find_candidate
from server.services.change_candidates import change_all, remove_all, restore_all, tag_all, take_back
from server.storage.store import Store
from tests.conftest import Clock
from tests.factories import a_list, put


def test_each_undo_goes_one_step_back(store: Store, clock: Clock) -> None:
    key = put(store, a_list(store).id)
    for stage in ("asked", "yes"):
        change_all(store, [key], "stage", stage, clock=clock)
    take_back(store, [key], "stage", clock=clock)
    assert find_candidate(store, key).stage == "asked"


def test_a_tag_that_is_there_is_no_change(store: Store, clock: Clock) -> None:
    spring = a_list(store)
    keys = [put(store, spring.id, "a", tags=["film"]), put(store, spring.id, "b")]
    assert [one.id for one in tag_all(store, keys, "film", clock=clock)] == keys[1:]


def test_removing_stops_at_a_missing_one(store: Store, clock: Clock) -> None:
    key = put(store, a_list(store).id)
    with pytest.raises(NotFound):
        remove_all(store, [key, "gone"], clock=clock)
    assert find_candidate(store, key).id == key
    assert list(store.rows("removed")) == []


def test_restoring_twice_is_refused(store: Store, clock: Clock) -> None:
    undos = remove_all(store, [put(store, a_list(store).id)], clock=clock)
    restore_all(store, undos)
    with pytest.raises(NotFound):
        restore_all(store, undos)


@pytest.mark.parametrize("what", ["id", "handle", "annotation", ""])
def test_only_note_tags_and_stage_change(store: Store, clock: Clock, what: str) -> None:
    key = put(store, a_list(store).id)
    with pytest.raises(InvalidInput):
        change_all(store, [key], what, "x", clock=clock)
    with pytest.raises(InvalidInput):
        take_back(store, [key], what, clock=clock)
