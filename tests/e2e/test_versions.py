"""Two versions of extension and server together: the page says what to update, and nothing is saved wrongly."""

import contextlib
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from server.app import now
from server.commands.extension import extension_folder
from server.services.pair_extension import pair
from server.storage.store import Store
from tests.e2e.marketer import Marketer, badge
from tests.e2e.running import Running


def of_another_version(folder: Path) -> Path:
    """A copy of the extension that speaks the next version of the messages."""
    made = shutil.copytree(extension_folder(), folder / "extension")
    door = made / "background" / "server.js"
    text = door.read_text("utf-8")
    changed = text.replace('const PROTOCOL = "1";', 'const PROTOCOL = "2";')
    assert changed != text, "server.js names its version in another way: change this test with it"
    door.write_text(changed, "utf-8")
    return made


def paired_before_the_update(marketer: Marketer) -> None:
    """The token that an earlier version was given, where it was kept."""
    origin = f"chrome-extension://{marketer.extension_id}"
    with contextlib.closing(Store.open(marketer.seedlist.folder)) as store:
        token = pair(store, marketer.seedlist.code(), origin, "Chromium", clock=now)
    tab = marketer.context.new_page()
    tab.goto(f"{origin}/options/options.html")
    tab.evaluate("(token) => chrome.storage.local.set({ token })", token)
    tab.close()


@pytest.fixture
def updated(browsers: Callable[..., BrowserContext], seedlist: Running, tmp_path: Path) -> Marketer:
    """A marketer whose extension is of the next version, and whose server is not."""
    made = Marketer.in_browser(browsers(folder=of_another_version(tmp_path)), seedlist)
    assert made.tell_extension({"kind": "set", "settings": {"port": seedlist.port}})["ok"]
    return made


def test_a_newer_extension_says_what_to_update_and_saves_nothing_wrongly(updated: Marketer) -> None:
    refused = updated.tell_extension({"kind": "pair", "code": updated.seedlist.code()})
    assert refused["problem"]["code"] == "too_old"
    assert "Update Seedlist" in refused["problem"]["action"]
    paired_before_the_update(updated)
    page = updated.context.new_page()
    updated.open_instagram(page, "quietgrain")
    expect(badge(page)).to_contain_text("differ in version")
    expect(badge(page)).not_to_contain_text(re.compile(r"micro|macro|nano"))
    with contextlib.closing(Store.open(updated.seedlist.folder)) as store:
        assert store.count("candidates") == 0
    updated.context.close()
