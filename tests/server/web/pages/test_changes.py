"""Changes from the pages: they do what they say, and each can be undone."""

from html import unescape
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from server.domain.candidate import SeedList, candidate_id
from server.domain.gift import Gift
from server.services.collect_rules import is_forgotten
from server.services.gift_ledger import gifts_of, save_gift
from server.storage.store import Store
from tests.conftest import Clock
from tests.factories import a_list, put


@pytest.fixture
def spring(store: Store) -> SeedList:
    return a_list(store)


def act(pages: FlaskClient, seed_list: SeedList, keys: list[str], do: str, **fields: str) -> TestResponse:
    """Press a button for ticked candidates and follow to the page that says so."""
    data: dict[str, Any] = {"key": keys, "do": do, **fields}
    return pages.post(f"/lists/{seed_list.id}/change", data=data, follow_redirects=True)


def press_undo(pages: FlaskClient, shown: TestResponse, seed_list: SeedList) -> TestResponse:
    """Send the notice's own form."""
    form = shown.text.split(f'action="/lists/{seed_list.id}/undo"')[1].split("</form>")[0]
    fields = [part.split('"') for part in form.split('type="hidden" ')[1:]]
    pairs = [(field[1], unescape(field[3])) for field in fields]
    data: dict[str, Any] = {"what": pairs[0][1], "key": [value for name, value in pairs if name == "key"]}
    return pages.post(f"/lists/{seed_list.id}/undo", data=data)


@pytest.mark.parametrize(
    ("do", "fields", "what", "value"),
    [
        ("stage", {"stage": "asked"}, "stage", "asked"),
        ("note", {"note": " Lovely eye "}, "note", "Lovely eye"),
        ("tags", {"tags": "film, mending, film"}, "tags", ["film", "mending"]),
        ("tag", {"tag": "film"}, "tags", ["film"]),
    ],
)
def test_a_change_is_kept_and_undone(
    pages: FlaskClient, store: Store, spring: SeedList, do: str, fields: dict[str, str], what: str, value: Any
) -> None:
    key = put(store, spring.id)
    before = store.get("candidates", key)
    shown = act(pages, spring, [key], do, **fields)
    after = store.get("candidates", key)
    assert before is not None
    assert after is not None
    assert after[what] == value
    press_undo(pages, shown, spring)
    undone = store.get("candidates", key)
    assert undone is not None
    assert undone[what] == before[what]


def test_several_are_removed_and_brought_back(pages: FlaskClient, store: Store, spring: SeedList) -> None:
    keys = [put(store, spring.id, handle) for handle in ("a", "b", "c")]
    shown = act(pages, spring, keys[:2], "remove")
    assert [row["id"] for row in store.rows("candidates")] == keys[2:]
    press_undo(pages, shown, spring)
    assert {row["id"] for row in store.rows("candidates")} == set(keys)


def test_a_second_click_on_undo_does_not_bring_the_change_back(
    pages: FlaskClient, store: Store, spring: SeedList
) -> None:
    key = put(store, spring.id)
    shown = act(pages, spring, [key], "stage", stage="asked")
    assert [press_undo(pages, shown, spring).status_code for _ in range(2)] == [303, 409]
    assert [row["stage"] for row in store.rows("candidates")] == ["spotted"]


def test_undo_in_an_older_tab_leaves_newer_work_alone(pages: FlaskClient, store: Store, spring: SeedList) -> None:
    keys = [put(store, spring.id, handle) for handle in ("a", "b")]
    older_tab = act(pages, spring, keys, "stage", stage="asked")
    act(pages, spring, keys[:1], "stage", stage="yes")
    press_undo(pages, older_tab, spring)
    assert {row["id"]: row["stage"] for row in store.rows("candidates")} == {keys[0]: "yes", keys[1]: "spotted"}


def test_undo_stays_on_the_view(pages: FlaskClient, store: Store, spring: SeedList) -> None:
    shown = act(pages, spring, [put(store, spring.id)], "stage", stage="yes", to=f"/lists/{spring.id}?sort=-fit")
    form = shown.text.split(f'action="/lists/{spring.id}/undo"')[1].split("</form>")[0]
    assert f'name="to" value="/lists/{spring.id}?sort=-fit"' in form


def test_a_move_is_undone(pages: FlaskClient, store: Store, spring: SeedList) -> None:
    key, other = put(store, spring.id, note="kept"), a_list(store, "Autumn")
    shown = act(pages, spring, [key], "move", list=other.id)
    assert [row["list_id"] for row in store.rows("candidates")] == [other.id]
    press_undo(pages, shown, spring)
    assert [(row["list_id"], row["note"]) for row in store.rows("candidates")] == [(spring.id, "kept")]


def test_a_move_to_where_they_are_already_is_undone_for_both_lists(
    pages: FlaskClient, store: Store, spring: SeedList
) -> None:
    other = a_list(store, "Autumn")
    here, there = put(store, spring.id, note="from spring", tags=["a"]), put(store, other.id, note="from autumn")
    before = [store.get("candidates", key) for key in (here, there)]
    shown = act(pages, spring, [here], "move", list=other.id)
    assert [row["note"] for row in store.rows("candidates")] == ["from autumn\nfrom spring"]
    assert press_undo(pages, shown, spring).status_code == 303
    assert [store.get("candidates", key) for key in (here, there)] == before


@pytest.mark.parametrize("is_there", [True, False])
def test_what_was_sent_goes_along_and_comes_back(
    pages: FlaskClient, store: Store, spring: SeedList, clock: Clock, is_there: bool
) -> None:
    other = a_list(store, "Autumn")
    for made in (spring, other) if is_there else (spring,):
        put(store, made.id)
    save_gift(store, Gift(list_id=spring.id, platform="instagram", handle="tilda.mends", product="Tote"), clock=clock)
    shown = act(pages, spring, [candidate_id(spring.id, "instagram", "tilda.mends")], "move", list=other.id)
    assert [gift.product for gift in gifts_of(store, other.id)] == ["Tote"]
    press_undo(pages, shown, spring)
    assert [gift.product for gift in gifts_of(store, spring.id)] == ["Tote"]


def test_a_move_is_not_undone_over_newer_work(pages: FlaskClient, store: Store, spring: SeedList) -> None:
    other = a_list(store, "Autumn")
    here, there = put(store, spring.id), put(store, other.id)
    shown = act(pages, spring, [here], "move", list=other.id)
    act(pages, other, [there], "note", note="newer")
    assert press_undo(pages, shown, spring).status_code == 409
    assert [row["note"] for row in store.rows("candidates")] == ["newer"]


def test_undo_leaves_those_alone_that_did_not_change(pages: FlaskClient, store: Store, spring: SeedList) -> None:
    first, second = put(store, spring.id, "a"), put(store, spring.id, "b")
    act(pages, spring, [first], "stage", stage="asked")
    press_undo(pages, act(pages, spring, [first, second], "stage", stage="asked"), spring)
    stages = {row["id"]: row["stage"] for row in store.rows("candidates")}
    assert stages == {first: "asked", second: "spotted"}


def test_nothing_ticked_changes_nothing(pages: FlaskClient, spring: SeedList) -> None:
    assert "Nothing was ticked" in act(pages, spring, [], "remove").text


@pytest.mark.parametrize(
    ("do", "fields", "status"),
    [("stage", {"stage": "ghosted"}, 422), ("tag", {"tag": " "}, 422), ("move", {"list": "nowhere"}, 404)],
)
def test_a_change_that_makes_no_sense_is_refused(
    pages: FlaskClient, store: Store, spring: SeedList, do: str, fields: dict[str, str], status: int
) -> None:
    key = put(store, spring.id)
    before = store.get("candidates", key)
    assert act(pages, spring, [key], do, **fields).status_code == status
    assert store.get("candidates", key) == before


def test_one_missing_candidate_stops_the_whole_change(pages: FlaskClient, store: Store, spring: SeedList) -> None:
    key = put(store, spring.id)
    assert act(pages, spring, [key, "gone"], "stage", stage="asked").status_code == 404
    kept = store.get("candidates", key)
    assert kept is not None
    assert kept["stage"] == "spotted"


def test_the_script_gets_json(pages: FlaskClient, store: Store, spring: SeedList) -> None:
    data = {"key": put(store, spring.id), "do": "note", "note": "x"}
    answer = pages.post(f"/lists/{spring.id}/change", data=data, headers={"Accept": "application/json"})
    assert answer.json == {"words": "Note saved.", "what": "note", "keys": [f"{data['key']}:1"]}


def test_a_change_leads_to_no_other_site(pages: FlaskClient, store: Store, spring: SeedList) -> None:
    data = {"key": put(store, spring.id), "do": "note", "note": "x", "to": "//evil.example"}
    assert pages.post(f"/lists/{spring.id}/change", data=data).headers["Location"].startswith("/?said=")


def test_the_notice_is_never_taken_from_the_address(pages: FlaskClient, spring: SeedList) -> None:
    assert "pay here" not in pages.get(f"/lists/{spring.id}?said=pay+here").text


def test_erasing_asks_first(pages: FlaskClient, store: Store, spring: SeedList) -> None:
    key = put(store, spring.id)
    pages.post(f"/lists/{spring.id}/{key}/erase")
    assert store.get("candidates", key) is not None


def test_an_erased_person_is_gone_from_every_list(pages: FlaskClient, store: Store, spring: SeedList) -> None:
    key, other = put(store, spring.id), a_list(store, "Autumn")
    put(store, other.id)
    pages.post(f"/lists/{spring.id}/{key}/erase", data={"sure": "yes"})
    assert list(store.rows("candidates")) == []
    assert is_forgotten(store, "instagram", "tilda.mends")


def test_a_foreign_form_changes_nothing(pages: FlaskClient, store: Store, spring: SeedList) -> None:
    key = put(store, spring.id)
    data, headers = {"key": key, "do": "remove"}, {"Origin": "https://evil.example"}
    assert pages.post(f"/lists/{spring.id}/change", data=data, headers=headers).status_code == 403
    assert store.get("candidates", key) is not None


def test_everybody_who_matches_is_changed_on_every_page_and_undone(
    pages: FlaskClient, store: Store, spring: SeedList
) -> None:
    filmed = [put(store, spring.id, f"person.{number}", tags=["film"]) for number in range(120)]
    other = put(store, spring.id, "another")
    assert "All 120 that match" in unescape(pages.get(f"/lists/{spring.id}?tag=film").text)
    shown = act(pages, spring, filmed[:2], "stage", stage="asked", all="yes", query="tag=film")
    assert {body["id"]: body["stage"] for body in store.rows("candidates")} == {
        **dict.fromkeys(filmed, "asked"),
        other: "spotted",
    }
    press_undo(pages, shown, spring)
    assert {body["stage"] for body in store.rows("candidates")} == {"spotted"}


def test_everybody_is_taken_off_and_back(pages: FlaskClient, store: Store, spring: SeedList) -> None:
    keys = [put(store, spring.id, f"person.{number}") for number in range(101)]
    shown = act(pages, spring, [], "remove", all="yes", query="")
    assert list(store.rows("candidates")) == []
    press_undo(pages, shown, spring)
    assert sorted(body["id"] for body in store.rows("candidates")) == sorted(keys)


def test_a_page_that_shows_everybody_offers_no_more(pages: FlaskClient, store: Store, spring: SeedList) -> None:
    put(store, spring.id)
    assert "on every page" not in pages.get(f"/lists/{spring.id}").text
