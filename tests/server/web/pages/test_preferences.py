"""Settings: what the user decides holds from then on, for what is saved by the badge and read in alike."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from server.services.pair_extension import all_pairings, new_code, pair
from server.services.preferences import keeps_contacts
from server.settings import Settings
from server.storage.store import Store
from tests.conftest import ORIGIN, Clock


def checked(shown: str) -> str:
    """The value of the chosen radio button."""
    return shown.split(" checked>")[0].rsplit('value="', 1)[1].rstrip('"')


def test_contacts_are_masked_until_somebody_decides(pages: FlaskClient) -> None:
    assert checked(pages.get("/settings").text) == "no"


def test_a_decision_is_kept_and_taken_back(pages: FlaskClient) -> None:
    shown = pages.post("/settings/contacts", data={"keep": "yes"}, follow_redirects=True).text
    assert checked(shown) == "yes"
    assert 'name="keep" value="no"><button class="plain">Undo' in " ".join(shown.split()).replace("> <", "><")
    assert checked(pages.post("/settings/contacts", data={"keep": "no"}, follow_redirects=True).text) == "no"


def test_a_decision_wins_over_the_servers_default(pages: FlaskClient, store: Store, tmp_path: Path) -> None:
    pages.post("/settings/contacts", data={"keep": "no"})
    assert keeps_contacts(store, Settings(folder=tmp_path, keep_contacts=True)) is False


@pytest.mark.parametrize(("keep", "is_kept"), [("yes", True), ("no", False)])
def test_saving_follows_the_decision(
    real_api: FlaskClient, pages: FlaskClient, store: Store, keep: str, is_kept: bool
) -> None:
    pages.post("/settings/contacts", data={"keep": keep})
    profile = {"platform": "instagram", "handle": "tilda.mends", "bio": "Mends denim. Mail: tilda@mends.example"}
    assert real_api.post("/api/candidates", json={"profile": profile}).status_code == 201
    assert ("tilda@mends.example" in next(store.rows("candidates"))["profile"]["bio"]) is is_kept


def test_a_paired_browser_is_named_and_ended(pages: FlaskClient, store: Store, clock: Clock) -> None:
    pair(store, new_code(store, clock=clock, minutes=10), ORIGIN, "Firefox at the desk", clock=clock)
    assert "Firefox at the desk" in pages.get("/settings").text
    pages.post(f"/settings/pairings/{all_pairings(store)[0]['id']}/end")
    assert all_pairings(store) == ()
