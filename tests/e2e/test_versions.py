"""Two versions of extension and server together: the page says which side to update, and nothing is saved wrongly."""

import contextlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from server.app import now
from server.services.pair_extension import pair
from server.storage.store import Store
from tests.e2e.altered import DOOR, SPOKEN, altered_extension
from tests.e2e.marketer import Marketer, badge
from tests.e2e.running import Running


@dataclass(frozen=True, kw_only=True)
class Pair:
    """What an extension that speaks `spoken` is told by the server of today."""

    spoken: str
    reason: str
    badge: str
    action: str


NEWER = Pair(
    spoken="2", reason="server_older", badge="Update Seedlist, it is older", action="Update Seedlist and start it again"
)
OLDER = Pair(
    spoken="0",
    reason="extension_older",
    badge="Update this extension, it is older",
    action="Reload it on the browser’s page of extensions",
)
WAITING = {"platform": "instagram", "handle": "ines.barro", "posts": [], "captured_at": "2026-11-22T10:00:00Z"}


def paired_before_the_update(marketer: Marketer) -> None:
    """The token that an earlier version was given, where it was kept, and a bookmark that has waited since then."""
    origin = f"chrome-extension://{marketer.extension_id}"
    with contextlib.closing(Store.open(marketer.seedlist.folder)) as store:
        token = pair(store, marketer.seedlist.code(), origin, "Chromium", clock=now)
    kept = {"token": token, "outbox": [{"id": "waiting:instagram:ines.barro", "profile": WAITING}]}
    tab = marketer.context.new_page()
    tab.goto(f"{origin}/options/options.html")
    tab.evaluate("(kept) => chrome.storage.local.set(kept)", kept)
    tab.close()


@pytest.fixture(params=[NEWER, OLDER], ids=["server-older", "extension-older"])
def told(
    request: pytest.FixtureRequest, browsers: Callable[..., BrowserContext], seedlist: Running, tmp_path: Path
) -> Iterator[tuple[Marketer, Pair]]:
    """A marketer whose extension and server are of two versions, and what they are to be told."""
    versions: Pair = request.param
    folder = altered_extension(tmp_path, DOOR, {SPOKEN: f'const PROTOCOL = "{versions.spoken}";'})
    made = Marketer.in_browser(browsers(folder=folder), seedlist)
    assert made.tell_extension({"kind": "set", "settings": {"port": seedlist.port}})["ok"]
    yield made, versions
    made.context.close()


def test_of_two_versions_the_older_side_is_named_and_nothing_is_saved_wrongly(told: tuple[Marketer, Pair]) -> None:
    marketer, versions = told
    refused = marketer.tell_extension({"kind": "pair", "code": marketer.seedlist.code()})["problem"]
    assert (refused["code"], refused["reason"]) == ("too_old", versions.reason)
    assert versions.action in refused["action"]
    paired_before_the_update(marketer)
    page = marketer.context.new_page()
    marketer.open_instagram(page, "quietgrain")
    expect(badge(page)).to_contain_text(versions.badge)
    expect(badge(page)).not_to_contain_text(re.compile(r"micro|macro|nano"))
    expect(badge(page).locator(".save")).to_have_count(0)
    page.goto(f"chrome-extension://{marketer.extension_id}/popup/popup.html")
    expect(page.locator("main")).to_contain_text(versions.action)
    expect(page.locator("main")).to_contain_text("1 bookmark waits")
    expect(page.locator("body")).not_to_contain_text("not running")
    with contextlib.closing(Store.open(marketer.seedlist.folder)) as store:
        assert store.count("candidates") == 0
    assert marketer.tell_extension({"kind": "state"})["state"]["waiting"] == 1
