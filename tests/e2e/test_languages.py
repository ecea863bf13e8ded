"""A browser in another language: badge, panel, popup, options and manifest speak it, numbers are written its way.

Chromium without its language packs knows English only, so the copy that is loaded here has German as its one language:
that is the same road from `_locales/` to the screen.
"""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from server.commands.extension import extension_folder
from tests.e2e.launching import worker_of
from tests.e2e.marketer import Marketer
from tests.e2e.running import Running


@pytest.fixture(scope="module")
def german(
    browsers: Callable[..., BrowserContext], seedlist: Running, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Marketer]:
    folder = in_language("de", tmp_path_factory.mktemp("german") / "extension")
    made = Marketer.in_browser(browsers(folder=folder), seedlist)
    made.pair()
    yield made
    made.context.close()


def in_language(language: str, folder: Path) -> Path:
    """A copy of the extension that has one language."""
    shutil.copytree(extension_folder(), folder)
    for other in (folder / "_locales").iterdir():
        if other.name != language:
            shutil.rmtree(other)
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    (folder / "manifest.json").write_text(json.dumps(manifest | {"default_locale": language}), "utf-8")
    return folder


def own_page(german: Marketer, path: str) -> Page:
    tab = german.context.new_page()
    tab.goto(f"chrome-extension://{german.extension_id}/{path}")
    return tab


def test_badge_and_panel_speak_german(german: Marketer) -> None:
    page = german.context.new_page()
    shown = german.open_instagram(page, "tilda.mends")
    expect(shown).to_contain_text("Mikro · Nano")
    expect(shown).to_contain_text(re.compile(r"4,6\s%"))
    expect(shown).to_contain_text("Marke beschreiben")
    expect(shown).to_contain_text("Nähen & Stricken")
    shown.locator("[data-key=open]").click()
    panel = page.locator("seedlist-panel .panel")
    for words in ("Nischen und Kultur", "Beiträge, neueste zuerst", "Likes (Median)", "Liste und Notizen"):
        expect(panel).to_contain_text(words)
    page.close()


def test_popup_and_options_speak_german(german: Marketer) -> None:
    popup = own_page(german, "popup/popup.html")
    expect(popup.locator("main")).to_contain_text("Noch keine Marke")
    assert popup.locator("html").get_attribute("lang") == "de"
    options = own_page(german, "options/options.html")
    expect(options.locator("h1")).to_have_text("Einstellungen")
    expect(options.locator("#run")).to_contain_text("Öffnen Sie ein Terminal und starten Sie seedlist serve")
    popup.close()
    options.close()


def test_the_browser_shows_manifest_and_keys_in_german(german: Marketer) -> None:
    worker = worker_of(german.context)
    manifest = worker.evaluate("chrome.runtime.getManifest()")
    assert "auf diesem Rechner" in manifest["description"]
    keys = worker.evaluate("chrome.commands.getAll().then((all) => all.map((one) => one.description))")
    assert "Zur nächsten Liste wechseln" in keys
