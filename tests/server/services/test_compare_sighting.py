"""A saved person seen again tells what changed, and nothing is kept of anybody else."""

from dataclasses import replace
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from server.domain.annotation import Commercial
from server.domain.errors import DataFault
from server.domain.profile import Count, Profile
from server.services.bookmark_candidate import bookmark, change
from server.services.compare_sighting import Since, since_saved
from server.services.edit_lists import add_list, all_lists
from server.services.note_sighting import note_sighting
from server.services.sighting_rules import load_sighting_rules
from server.storage.store import Store
from server.web.pages.shown.since_saved import rows_of
from tests.conftest import Clock
from tests.server.services.test_bookmark_candidate import SAID, TILDA

SAVED = replace(TILDA, bio="slow mending in Porto", followers=Count(value=3_900))
READ = replace(SAID, commercial=Commercial(load=0.1))


def seen_again(store: Store, clock: Clock, profile: Profile, load: float | None = 0.1) -> Since | None:
    """What is told after a person was saved and their profile was opened a week later."""
    made = add_list(store, "A", None, clock=clock)
    key = bookmark(store, made, SAVED, READ, clock=clock, keep_contacts=False).id
    clock.forward(days=7)
    said = replace(READ, commercial=Commercial(load=load))
    note_sighting(store, [key], profile, said, clock=clock, keep_contacts=False)
    return since_saved(store.get("candidates", key) or {})


def test_followers_bio_and_load_are_told_from_what_to_what(store: Store, clock: Clock) -> None:
    now = replace(SAVED, bio="mending in Porto, wholesale", followers=Count(value=4_600))
    found = seen_again(store, clock, now, load=0.3)
    assert found
    assert rows_of(found) == [
        ("Followers", "3,900 → 4,600"),
        ("Commercial load", "10% → 30%"),
        ("New in the bio", "“wholesale”"),
        ("Gone from the bio", "“slow”"),
    ]


def test_what_a_rounded_count_leaves_open_is_no_change(store: Store, clock: Clock) -> None:
    found = seen_again(store, clock, replace(SAVED, followers=Count(value=4_000, exact=False)))
    assert found
    assert rows_of(found) == []


def test_what_the_page_did_not_say_is_not_gone(store: Store, clock: Clock) -> None:
    found = seen_again(store, clock, replace(SAVED, bio=None, followers=None), load=None)
    assert found
    assert rows_of(found) == []


@pytest.mark.parametrize(
    "now",
    [replace(SAVED, private=True), replace(SAVED, bio="16 y/o"), replace(SAVED, view="hover")],
    ids=["private", "under age", "a card"],
)
def test_nothing_is_kept_of_what_may_not_be_saved_or_is_no_profile(store: Store, clock: Clock, now: Profile) -> None:
    assert seen_again(store, clock, now) is None


def test_a_note_keeps_the_sighting_and_saving_again_clears_it(store: Store, clock: Clock) -> None:
    assert seen_again(store, clock, replace(SAVED, followers=Count(value=4_600)))
    key = next(row["id"] for row in store.rows("candidates"))
    assert change(store, key, {"note": "kind"}, clock=clock).seen_again is not None
    again = bookmark(store, all_lists(store)[0], SAVED, READ, clock=clock, keep_contacts=False)
    assert again.seen_again is None


def test_within_one_visit_a_page_that_loaded_less_takes_nothing_away(store: Store, clock: Clock) -> None:
    seen_again(store, clock, SAVED, load=0.4)
    key = next(row["id"] for row in store.rows("candidates"))
    clock.forward(minutes=1)
    note_sighting(store, [key], SAVED, SAID, clock=clock, keep_contacts=False)
    body = store.get("candidates", key)
    assert body
    assert body["seen_again"]["load"] == 0.4


def test_looking_at_a_saved_profile_again_notes_it_and_at_others_not(
    api: FlaskClient, store: Store, clock: Clock
) -> None:
    tilda = {"platform": "instagram", "handle": "tilda.mends", "followers": 3_900}
    assert api.post("/api/candidates", json={"profile": tilda}).status_code == 201
    clock.forward(days=3)
    api.post("/api/annotate", json=tilda | {"followers": 4_600})
    api.post("/api/annotate", json={"platform": "instagram", "handle": "somebody.else", "followers": 10})
    rows = list(store.rows("candidates"))
    assert [row["seen_again"]["followers"]["value"] for row in rows] == [4_600]


def test_an_unknown_key_of_the_table_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "rules.toml"
    file.write_text("[least]\nfolowers = 1\n", "utf-8")
    with pytest.raises(DataFault):
        load_sighting_rules(file)
