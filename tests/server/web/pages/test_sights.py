"""Map, comparison and files of a list."""

import csv
import io
import json

import openpyxl
import pytest
from flask.testing import FlaskClient

from server.domain.brand import Brand
from server.domain.candidate import SeedList
from server.storage.store import Store
from server.wire.brand_in import brand_to_json
from tests.factories import a_list, annotation, fit, put


@pytest.fixture
def spring(store: Store) -> SeedList:
    wishes = {"ceramics": 1.0, "photography": 0.5}
    store.put("brands", "b1", brand_to_json(Brand(name="Harrow Fenn", id="b1", niches=wishes)))
    return a_list(store, brand="b1")


def test_the_map_says_what_is_missing(pages: FlaskClient, store: Store, spring: SeedList) -> None:
    put(store, spring.id)
    assert "No photography yet." in pages.get(f"/lists/{spring.id}/map").text


def test_each_mark_is_a_link_with_its_numbers(pages: FlaskClient, store: Store, spring: SeedList) -> None:
    key = put(store, spring.id)
    shown = pages.get(f"/lists/{spring.id}/map").text
    svg = shown.split('<svg class="plot"')[1].split("</svg>")[0]
    assert f'href="/lists/{spring.id}/{key}"' in svg
    assert 'aria-label="Tilda Varro: 3,120 followers, 4.6% engagement, fit 74"' in svg


def test_who_cannot_be_drawn_is_counted(pages: FlaskClient, store: Store, spring: SeedList) -> None:
    put(store, spring.id, annotation={"tier": None})
    assert "1 candidate is not drawn" in pages.get(f"/lists/{spring.id}/map").text


def test_an_empty_map_teaches(pages: FlaskClient, spring: SeedList) -> None:
    assert "Nothing to draw yet" in pages.get(f"/lists/{spring.id}/map").text


def test_two_are_compared_and_the_higher_part_is_marked(pages: FlaskClient, store: Store, spring: SeedList) -> None:
    parts = [fit()["parts"][0] | {"value": 0.2}]
    keys = [put(store, spring.id, "a"), put(store, spring.id, "b", annotation={"fit": fit(20, parts=parts)})]
    shown = pages.get(f"/lists/{spring.id}/compare", query_string={"c": keys}).text
    assert shown.count('aria-label="highest"') == 1
    assert "@a" in shown
    assert "@b" in shown


@pytest.mark.parametrize("number", [0, 1, 6])
def test_two_to_five_can_be_compared(pages: FlaskClient, store: Store, spring: SeedList, number: int) -> None:
    keys = [put(store, spring.id, f"p{n}") for n in range(number)]
    assert pages.get(f"/lists/{spring.id}/compare", query_string={"c": keys}).status_code == 422


def test_candidates_without_a_fit_can_be_compared(pages: FlaskClient, store: Store, spring: SeedList) -> None:
    keys = [put(store, spring.id, "a", annotation={"fit": None}), put(store, spring.id, "b")]
    assert pages.get(f"/lists/{spring.id}/compare", query_string={"c": keys}).status_code == 200


def test_csv_has_everybody_and_no_formula(pages: FlaskClient, store: Store, spring: SeedList) -> None:
    for n, note in enumerate(("=1+1", "+1", "-1", "@x", "\tx", "\rx", "plain")):
        put(store, spring.id, f"p{n}", note=note)
    answer = pages.get(f"/lists/{spring.id}/export.csv")
    rows = list(csv.DictReader(io.StringIO(answer.data.decode("utf-8-sig"), newline="")))
    assert [row["note"][0] for row in rows] == ["'", "'", "'", "'", "'", "'", "p"]
    assert rows[0]["followers"] == "3120"


def test_unknown_is_an_empty_cell(pages: FlaskClient, store: Store, spring: SeedList) -> None:
    put(store, spring.id, annotation={"tier": None, "fit": None})
    text = pages.get(f"/lists/{spring.id}/export.csv").data.decode("utf-8-sig")
    row = next(csv.DictReader(io.StringIO(text, newline="")))
    assert (row["followers"], row["fit"]) == ("", "")


def test_xlsx_opens_and_holds_texts(pages: FlaskClient, store: Store, spring: SeedList) -> None:
    put(store, spring.id, note="=HYPERLINK(1)", profile={"name": "https://evil.example"})
    answer = pages.get(f"/lists/{spring.id}/export.xlsx")
    sheet = openpyxl.load_workbook(io.BytesIO(answer.data)).active
    heads, cells = [list(row) for row in sheet.iter_rows()]
    row = {head.value: cell for head, cell in zip(heads, cells, strict=True)}
    assert (row["note"].value, row["note"].data_type) == ("'=HYPERLINK(1)", "s")
    assert row["name"].hyperlink is None
    assert row["followers"].value == 3120


def test_json_is_what_is_stored_who_is_joined_and_the_ledger(
    pages: FlaskClient, store: Store, spring: SeedList
) -> None:
    key = put(store, spring.id)
    answer = pages.get(f"/lists/{spring.id}/export.json")
    kept = store.get("candidates", key)
    assert kept
    assert json.loads(answer.data) == [kept | {"joined_with": None, "gifts": [], "post_offers": []}]
    assert answer.headers["Content-Disposition"] == 'attachment; filename="spring.json"'


def test_another_kind_of_file_is_not_found(pages: FlaskClient, spring: SeedList) -> None:
    assert pages.get(f"/lists/{spring.id}/export.exe").status_code == 404


def test_a_tiktok_account_is_drawn_by_views(pages: FlaskClient, store: Store, spring: SeedList) -> None:
    engagement = annotation()["engagement"] | {"by_views": 0.08}
    put(store, spring.id, platform="tiktok", annotation={"engagement": engagement})
    assert "8.0% engagement" in pages.get(f"/lists/{spring.id}/map").text


def test_a_fit_that_is_unknown_is_no_low_fit(pages: FlaskClient, store: Store, spring: SeedList) -> None:
    put(store, spring.id, annotation={"fit": fit(None)})
    shown = pages.get(f"/lists/{spring.id}/map").text
    assert '<path class="m-unknown"' in shown
    assert "fit unknown" in shown
    assert '<circle class="m-little"' not in shown
