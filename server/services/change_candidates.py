"""Use case: one change to several candidates at once, and the way back."""

from collections.abc import Iterable
from typing import Any

from server.domain.candidate import Candidate, SeedList
from server.domain.errors import Conflict, InvalidInput
from server.services.bookmark_candidate import change, find_candidate, remove, restore
from server.services.move_candidate import move
from server.services.ports import Clock, Store

FIRST: dict[str, Any] = {"stage": "spotted", "note": "", "tags": []}
"""What a candidate had before its first change."""


def change_all(store: Store, keys: Iterable[str], what: str, value: Any, *, clock: Clock) -> tuple[Candidate, ...]:
    """Set note, tags or stage of every candidate, all or none; those that changed. Raises NotFound or InvalidInput."""
    if what not in FIRST:
        raise InvalidInput(f"“{what}” cannot be changed.", field=what, action="Reload the page and try again.")
    with store.transaction():
        found = [find_candidate(store, key) for key in keys]
        return changed((one, change(store, one.id, {what: value}, clock=clock)) for one in found)


def tag_all(store: Store, keys: Iterable[str], tag: str, *, clock: Clock) -> tuple[Candidate, ...]:
    """Add a tag to all; those that did not have it. Raises NotFound, or InvalidInput for an empty or overlong tag."""
    if not 1 <= len(tag.strip()) <= 60:
        raise InvalidInput("A tag has 1 to 60 characters.", field="tag", action="Type a shorter word.")
    with store.transaction():
        found = [find_candidate(store, key) for key in keys]
        return changed((one, change(store, one.id, {"tags": [*one.tags, tag]}, clock=clock)) for one in found)


def move_all(store: Store, keys: Iterable[str], to: SeedList, *, clock: Clock) -> tuple[str, ...]:
    """Put every candidate into another list; the words that `move_back` takes. Raises NotFound."""
    with store.transaction():
        return tuple(move(store, key, to, clock=clock) for key in keys)


def remove_all(store: Store, keys: Iterable[str], *, clock: Clock) -> tuple[str, ...]:
    """Take every candidate off; the ids that `restore_all` takes. Raises NotFound."""
    with store.transaction():
        return tuple(remove(store, key, clock=clock) for key in keys)


def restore_all(store: Store, undos: Iterable[str]) -> tuple[Candidate, ...]:
    """Bring removed candidates back. Raises NotFound when the time for that is over."""
    with store.transaction():
        return tuple(restore(store, undo) for undo in undos)


def take_back(store: Store, words: Iterable[str], what: str, *, clock: Clock) -> tuple[Candidate, ...]:
    """Set note, tags or stage to what they were before the changes that `way_back` named; those that were.

    Whoever was changed again since keeps that. Raises NotFound, InvalidInput, and Conflict when that is everybody.
    """
    if what not in FIRST:
        raise InvalidInput(f"“{what}” cannot be undone.", field="what", action="Change it by hand.")
    with store.transaction():
        asked = [(find_candidate(store, word.partition(":")[0]), word) for word in words]
        found = [one for one, word in asked if word in (one.id, way_back(one, what))]
        if asked and not found:
            raise Conflict("This was undone or changed again already.", action="Change it by hand.")
        return tuple(change(store, one.id, {what: value_before(one, what)}, clock=clock) for one in found)


def way_back(candidate: Candidate, what: str) -> str:
    """The word that takes a candidate's last change back, as long as it is the last: its id and how many there were."""
    return f"{candidate.id}:{sum(event.what == what for event in candidate.history)}"


def changed(pairs: Iterable[tuple[Candidate, Candidate]]) -> tuple[Candidate, ...]:
    """The newer ones of (before, after) that differ: only they can be undone."""
    return tuple(after for before, after in pairs if after.revision != before.revision)


def value_before(candidate: Candidate, what: str) -> Any:
    """The value before the last one, as the history has it."""
    values = [event.value for event in candidate.history if event.what == what]
    return values[-2] if len(values) > 1 else FIRST[what]
