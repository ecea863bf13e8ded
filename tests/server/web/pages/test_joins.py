"""The reading pane says who may be the same person and why; the user joins, parts, says no, and takes it back."""

import csv
import io
import re
from typing import Any

import pytest
from flask.testing import FlaskClient

from server.domain.account import Account
from server.domain.candidate import SeedList
from server.services.collect_rules import is_forgotten
from server.services.import_table import read_table
from server.services.join_accounts import joined_with, kept_apart_from
from server.storage.store import Store
from tests.factories import a_list, put

SOL = Account(platform="instagram", handle="sol.weaves")
SOLVEIG = Account(platform="tiktok", handle="solveig")


@pytest.fixture
def spring(store: Store) -> SeedList:
    return a_list(store)


def said(bio: str = "", *urls: str) -> dict[str, Any]:
    return {"bio": bio, "links": [{"url": url} for url in urls]}


@pytest.fixture
def place(store: Store, spring: SeedList) -> str:
    """The pane of somebody whose bio names a saved account on TikTok, which is in use on another list."""
    key = put(store, spring.id, "sol.weaves", profile=said("Mends denim. TT: @solveig"))
    there = a_list(store, "Autumn")
    put(store, there.id, "solveig", platform="tiktok", stage="asked", profile=said() | {"name": "Solveig M."})
    return f"/lists/{spring.id}/{key}"


def press(pages: FlaskClient, place: str, do: str, handle: str = "solveig") -> str:
    return pages.post(f"{place}/person/{do}", data={"handle": handle}, follow_redirects=True).text


def undone(pages: FlaskClient, shown: str) -> str:
    """Press the notice's Undo."""
    toast = shown.partition('class="toasts"')[2]
    form = re.search(r'action="([^"]*)">\s*<input type="hidden" name="handle"', toast)
    assert form, "the notice offers no way back"
    fields = dict(re.findall(r'name="(handle|was)" value="([^"]*)"', toast))
    return pages.post(form[1], data=fields, follow_redirects=True).text


def test_the_pane_suggests_with_the_reason_and_the_words(pages: FlaskClient, place: str) -> None:
    shown = pages.get(place).text
    assert "Also on TikTok?" in shown
    assert "The bio on Instagram names @solveig on TikTok." in shown
    assert "<mark>TT: @solveig</mark>" in shown
    assert "Solveig M." in shown


def test_joining_shows_the_other_account_and_marks_the_row(
    pages: FlaskClient, store: Store, spring: SeedList, place: str
) -> None:
    shown = press(pages, place, "joined")
    assert joined_with(store, SOL) == SOLVEIG
    assert "Also on TikTok<" in shown
    assert "Solveig M." in shown
    assert "https://www.tiktok.com/@solveig" in shown
    assert "Asked" in shown
    assert "on another list" in shown
    for look in ("", "?look=cards"):
        assert "also @solveig on TikTok" in pages.get(f"/lists/{spring.id}{look}").text
    assert "Also on TikTok?" not in shown


def test_a_join_is_taken_back_by_the_notice_and_by_its_button(pages: FlaskClient, store: Store, place: str) -> None:
    assert "Also on TikTok?" in undone(pages, press(pages, place, "joined"))
    assert joined_with(store, SOL) is None
    press(pages, place, "joined")
    shown = press(pages, place, "parted")
    assert joined_with(store, SOL) is None
    assert "Both accounts stay as they are." in shown
    assert "Also on TikTok<" in undone(pages, shown)


def test_not_the_same_is_not_suggested_again_until_it_is_taken_back(
    pages: FlaskClient, store: Store, place: str
) -> None:
    shown = press(pages, place, "kept_apart")
    assert "Also on TikTok?" not in shown
    assert "@solveig on TikTok is somebody else, you said." in shown
    assert "Also on TikTok?" not in pages.get(place).text
    assert kept_apart_from(store, SOLVEIG) == (SOL,)
    assert "Also on TikTok?" in undone(pages, shown)
    press(pages, place, "kept_apart")
    shown = press(pages, place, "allowed")
    assert "Also on TikTok?" in shown
    assert "is somebody else" in undone(pages, shown)


def test_undoing_a_join_says_again_that_they_are_not_the_same(pages: FlaskClient, store: Store, place: str) -> None:
    press(pages, place, "kept_apart")
    undone(pages, press(pages, place, "joined"))
    assert (joined_with(store, SOL), kept_apart_from(store, SOL)) == (None, (SOLVEIG,))


def test_an_older_tab_parts_nobody_else(pages: FlaskClient, store: Store, spring: SeedList, place: str) -> None:
    put(store, spring.id, "sol.moves", platform="tiktok")
    press(pages, place, "joined", "sol.moves")
    assert "are not joined any more" in press(pages, place, "parted")
    assert joined_with(store, SOL) == Account(platform="tiktok", handle="sol.moves")


def test_two_whom_nothing_connects_are_joined_by_handle(pages: FlaskClient, store: Store, spring: SeedList) -> None:
    key = put(store, spring.id, "kin", profile=said())
    put(store, spring.id, "loom", platform="tiktok", profile=said())
    shown = press(pages, f"/lists/{spring.id}/{key}", "joined", " @Loom ")
    assert "Also on TikTok<" in shown
    assert "What speaks for it" not in shown


@pytest.mark.parametrize(
    ("do", "handle", "status"),
    [("joined", "nobody", 404), ("joined", "", 422), ("parted", "solveig", 404), ("merged", "solveig", 404)],
)
def test_what_cannot_be_done_says_so(pages: FlaskClient, place: str, do: str, handle: str, status: int) -> None:
    assert pages.post(f"{place}/person/{do}", data={"handle": handle}).status_code == status


def test_who_is_joined_elsewhere_cannot_be_taken(
    pages: FlaskClient, store: Store, spring: SeedList, place: str
) -> None:
    press(pages, place, "joined")
    other = put(store, spring.id, "kin", profile=said())
    answer = pages.post(f"/lists/{spring.id}/{other}/person/joined", data={"handle": "solveig"})
    assert answer.status_code == 409
    assert "joined with @sol.weaves already" in answer.text


def test_a_joined_account_that_is_on_no_list_is_said_so(pages: FlaskClient, store: Store, place: str) -> None:
    press(pages, place, "joined")
    for row in [row for row in store.rows("candidates") if row["platform"] == "tiktok"]:
        store.drop("candidates", row["id"])
    shown = pages.get(place).text
    assert "Also on TikTok<" in shown
    assert "is on no list at the moment" in shown


def test_scripts_in_what_is_shown_stay_text(pages: FlaskClient, store: Store, spring: SeedList) -> None:
    evil = "<script>alert(1)</script>"
    key = put(store, spring.id, "sol.weaves", profile=said(f"{evil} TT: @solveig {evil}"))
    put(
        store, spring.id, "solveig", platform="tiktok", profile=said(evil, f"https://linktr.ee/{evil}") | {"name": evil}
    )
    for do in (None, "kept_apart", "allowed", "joined"):
        shown = press(pages, f"/lists/{spring.id}/{key}", do) if do else pages.get(f"/lists/{spring.id}/{key}").text
        assert evil not in shown
        assert "&lt;script&gt;" in shown


def test_gifts_to_either_account_count_for_the_person(
    pages: FlaskClient, store: Store, spring: SeedList, place: str
) -> None:
    there = next(row for row in store.rows("candidates") if row["platform"] == "tiktok")
    theirs = f"/lists/{there['list_id']}/{there['id']}"
    sent = {"product": "Chore coat", "sent_on": "2026-11-20", "consent": "yes"}
    for where in (place, theirs, theirs):
        pages.post(f"{where}/gifts", data=sent)
    assert "gifts went to this person" not in pages.get(place).text
    shown = press(pages, place, "joined")
    assert "3 gifts went to this person within a year." in shown
    assert shown.count("to @solveig on TikTok") == 2
    assert "to @sol.weaves on Instagram" in pages.get(theirs).text


def test_a_fee_asked_for_on_the_other_account_is_said_too(pages: FlaskClient, store: Store, place: str) -> None:
    there = next(row for row in store.rows("candidates") if row["platform"] == "tiktok")
    store.put("candidates", there["id"], there | {"profile": there["profile"] | {"bio": "DM for rates"}})
    assert "may expect a fee" not in pages.get(place).text
    assert "may expect a fee" in press(pages, place, "joined")


def test_the_round_counts_the_person_once(pages: FlaskClient, store: Store, spring: SeedList) -> None:
    key = put(store, spring.id, "sol.weaves", stage="asked", profile=said())
    put(store, spring.id, "solveig", platform="tiktok", stage="yes", profile=said())
    asked = '<td class="n">{}</td>'
    assert asked.format(2) in pages.get(f"/lists/{spring.id}/round").text
    press(pages, f"/lists/{spring.id}/{key}", "joined")
    assert asked.format(2) not in pages.get(f"/lists/{spring.id}/round").text


def test_erasing_offers_to_erase_both(pages: FlaskClient, store: Store, place: str) -> None:
    offer = "@solveig on TikTok too"
    assert offer not in pages.get(place).text
    assert offer in press(pages, place, "joined")
    pages.post(f"{place}/erase", data={"sure": "yes", "joined": "yes"})
    assert list(store.rows("candidates")) == list(store.rows("joins")) == []
    assert is_forgotten(store, "tiktok", "solveig")


def test_erasing_one_leaves_the_other_and_no_trace_of_the_join(pages: FlaskClient, store: Store, place: str) -> None:
    press(pages, place, "joined")
    pages.post(f"{place}/erase", data={"sure": "yes"})
    assert [row["handle"] for row in store.rows("candidates")] == ["solveig"]
    assert list(store.rows("joins")) == []


def test_a_list_takes_its_peoples_joins_along(pages: FlaskClient, store: Store, spring: SeedList, place: str) -> None:
    press(pages, place, "joined")
    pages.post(f"/lists/{spring.id}/erase", data={"sure": "yes"})
    assert list(store.rows("joins")) == []


def test_exports_say_who_is_joined_and_a_csv_brings_it_back(
    pages: FlaskClient, store: Store, spring: SeedList, place: str
) -> None:
    put(store, spring.id, "solveig", platform="tiktok", profile=said())
    press(pages, place, "joined")
    people = pages.get(f"/lists/{spring.id}/export.json").json
    assert [one["joined_with"] for one in people] == [SOLVEIG.to_body(), SOL.to_body()]
    table = pages.get(f"/lists/{spring.id}/export.csv").data.decode("utf-8-sig")
    addresses = [row["joined_with"] for row in csv.DictReader(io.StringIO(table))]
    assert addresses == ["https://www.tiktok.com/@solveig", "https://www.instagram.com/sol.weaves/"]
    press(pages, place, "parted")
    assert pages.get(f"/lists/{spring.id}/export.json").json[0]["joined_with"] is None
    assert read_table(table).guessed()["joined_with"] == "joined_with"
    columns = {f"column:{name}": name for name in ("handle", "platform", "joined_with")}
    shown = pages.post(f"/lists/{spring.id}/import", data={"text": table, "agreed": "yes", **columns}).text
    assert "on the list already, joined with @solveig" in shown
    assert joined_with(store, SOL) == SOLVEIG


def test_a_table_that_joins_with_nobody_says_so(pages: FlaskClient, store: Store, spring: SeedList) -> None:
    text = "handle,joined_with\nkin,@nobody\nloom,<b>\n"
    columns = {"column:handle": "handle", "column:joined_with": "joined_with"}
    shown = pages.post(f"/lists/{spring.id}/import", data={"text": text, "agreed": "yes", **columns}).text
    assert "added, not joined: @nobody is on no list." in shown
    assert "added, not joined: No handle of Instagram or TikTok." in shown
