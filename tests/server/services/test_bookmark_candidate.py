"""Saving, moving and bringing back loses no word that a user wrote."""

from dataclasses import replace

from nlp.reading import Reading
from server.domain.annotation import Annotation, Commercial, Engagement
from server.domain.profile import Count, Profile
from server.services.bookmark_candidate import bookmark, change, find_candidate, remove, restore, sweep_removed
from server.services.edit_lists import add_list
from server.services.move_candidate import move
from server.storage.store import Store
from tests.conftest import Clock

TILDA = Profile(platform="instagram", handle="Tilda.Mends")
SAID = Annotation(
    platform="instagram", handle="Tilda.Mends", id=None, tier=None, engagement=Engagement(), reading=Reading(),
    commercial=Commercial(), fit=None,
)  # fmt: skip


def test_moving_to_a_list_that_has_the_person_keeps_both_notes_and_all_tags(store: Store, clock: Clock) -> None:
    first, second = (add_list(store, name, None, clock=clock) for name in ("A", "B"))
    keys = [bookmark(store, made, TILDA, SAID, clock=clock, keep_contacts=False).id for made in (first, second)]
    for key, note, tag in zip(keys, ("from A", "from B"), ("a", "b"), strict=True):
        change(store, key, {"note": note, "tags": [tag], "stage": "asked"}, clock=clock)
    move(store, keys[0], second, clock=clock)
    moved = find_candidate(store, keys[1])
    assert moved.note == "from B\nfrom A"
    assert moved.tags == ("b", "a")
    assert store.count("candidates") == 1


def test_moving_within_a_list_changes_nothing(store: Store, clock: Clock) -> None:
    made = add_list(store, "A", None, clock=clock)
    key = bookmark(store, made, TILDA, SAID, clock=clock, keep_contacts=False).id
    before = find_candidate(store, key)
    assert move(store, key, made, clock=clock) == key
    assert find_candidate(store, key) == before


def test_what_was_removed_can_come_back_until_it_is_swept(store: Store, clock: Clock) -> None:
    made = add_list(store, "A", None, clock=clock)
    key = bookmark(store, made, TILDA, SAID, clock=clock, keep_contacts=False).id
    restore(store, remove(store, key, clock=clock))
    remove(store, key, clock=clock)
    clock.forward(minutes=11)
    assert sweep_removed(store, clock=clock, minutes=10) == 1
    assert not list(store.rows("removed"))


def test_who_was_saved_again_meanwhile_keeps_both_notes_when_brought_back(store: Store, clock: Clock) -> None:
    made = add_list(store, "A", None, clock=clock)
    undos = []
    for note in ("older", "newer"):
        key = bookmark(store, made, TILDA, SAID, clock=clock, keep_contacts=False).id
        change(store, key, {"note": note}, clock=clock)
        undos += [remove(store, key, clock=clock)]
    restore(store, undos[1])
    assert restore(store, undos[0]).note == "newer\nolder"
    assert find_candidate(store, key).note == "newer\nolder"


def test_the_same_click_sent_again_changes_nothing_and_a_later_look_is_a_new_reading(
    store: Store, clock: Clock
) -> None:
    made = add_list(store, "A", None, clock=clock)
    seen = replace(TILDA, captured_at=clock(), followers=Count(value=3120))
    first = bookmark(store, made, seen, SAID, clock=clock, keep_contacts=False)
    clock.forward(minutes=5)
    assert bookmark(store, made, seen, SAID, clock=clock, keep_contacts=False) == first
    assert find_candidate(store, first.id) == first
    later = bookmark(store, made, replace(seen, captured_at=clock()), SAID, clock=clock, keep_contacts=False)
    assert [event.what for event in later.history] == ["saved", "refreshed"]
