"""The first page walks a newcomer through and knows which steps are done."""

from flask.testing import FlaskClient

from server.services.pair_extension import all_pairings, new_code, pair
from server.storage.store import Store
from tests.conftest import ORIGIN, Clock


def test_the_first_page_shows_four_steps(pages: FlaskClient) -> None:
    answer = pages.get("/")
    assert answer.status_code == 200
    for step in ("Load the extension", "Pair it", "Describe the brand", "Open a profile"):
        assert step in answer.text


def test_a_code_is_shown_and_pairs(pages: FlaskClient, store: Store, clock: Clock) -> None:
    shown = pages.post("/pairing").text
    code = shown.split("<output>")[1].split("</output>")[0]
    assert pair(store, code, ORIGIN, "Chrome", clock=clock)
    assert pages.get("/start/state").json == {"paired": 1, "brand": False, "saved": 0}


def test_a_code_is_not_shown_again(pages: FlaskClient) -> None:
    pages.post("/pairing")
    assert "<output>" not in pages.get("/").text


def test_the_address_of_a_code_leads_back(pages: FlaskClient) -> None:
    assert pages.get("/pairing?browser=firefox").headers["Location"] == "/?browser=firefox"


def test_a_paired_browser_is_named_and_can_be_ended(pages: FlaskClient, store: Store, clock: Clock) -> None:
    pair(store, new_code(store, clock=clock, minutes=10), ORIGIN, "<b>Chrome</b>", clock=clock)
    assert "&lt;b&gt;Chrome&lt;/b&gt;" in pages.get("/").text
    ended = pages.post(f"/pairings/{all_pairings(store)[0]['id']}/end")
    assert (ended.status_code, all_pairings(store)) == (303, ())


def test_firefox_gets_its_own_clicks(pages: FlaskClient) -> None:
    assert "about:debugging" in pages.get("/?browser=firefox").text
    assert "chrome://extensions" in pages.get("/?browser=chrome").text


def test_an_unknown_page_says_what_to_do(pages: FlaskClient) -> None:
    answer = pages.get("/nowhere")
    assert answer.status_code == 404
    assert "Check the address." in answer.text
