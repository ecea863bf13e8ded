"""axe finds nothing in the extension's own surfaces, light and dark: badge, panel, popup, options."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from server.demo.people import demo_brand
from tests.e2e.marketer import Marketer, badge
from tests.e2e.running import ROOT, Running, free_port

AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")
OURS = """(selectors) => axe.run(selectors.length > 0 ? { include: selectors } : document).then((found) =>
  found.violations.map((one) => one.id + ": " + one.nodes.map((node) => node.target.flat().join(" ")).join(" | ")))"""
PANEL = "seedlist-panel .panel"


@pytest.fixture(scope="module", params=["light", "dark"])
def at_work(
    request: pytest.FixtureRequest,
    browsers: Callable[..., BrowserContext],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Marketer]:
    """Somebody with a brand, in a browser of one theme."""
    seedlist = Running(tmp_path_factory.mktemp("server") / "data", free_port()).start()
    made = Marketer.in_browser(browsers(dark=request.param == "dark"), seedlist)
    made.pair()
    made.describe_brand(demo_brand())
    assert made.tell_extension({"kind": "set", "settings": {"theme": request.param}})["ok"]
    yield made
    made.context.close()
    seedlist.stop()


def faults(page: Page, *selectors: str) -> list[str]:
    """What axe finds in these parts, or in the whole page; open shadow roots are looked into."""
    page.evaluate(AXE)
    return page.evaluate(OURS, list(selectors))


def open_own(at_work: Marketer, path: str) -> Page:
    tab = at_work.context.new_page()
    tab.goto(f"chrome-extension://{at_work.extension_id}/{path}")
    return tab


def test_badge_and_panel(at_work: Marketer) -> None:
    page = at_work.context.new_page()
    expect(at_work.open_instagram(page, "tilda.mends")).to_contain_text("Fit 9")
    assert faults(page, "seedlist-badge") == []
    badge(page).locator("[data-key=save]").click()
    expect(badge(page)).to_contain_text("Saved")
    badge(page).locator("[data-key=open]").click()
    panel = page.locator(PANEL)
    for key in ("chip:sewing-knitting", "part:niche_overlap"):
        panel.locator(f"[data-key='{key}']").first.click()
    panel.locator(".tile").first.click()
    assert faults(page, "seedlist-badge", "seedlist-panel") == []
    assert page.evaluate("axe.run({ include: ['seedlist-panel'] }).then((found) => found.passes.length)") > 10
    page.close()


def test_badge_of_a_profile_that_is_not_read(at_work: Marketer) -> None:
    page = at_work.context.new_page()
    expect(at_work.open_instagram(page, "closed.door")).to_contain_text("rivate")
    badge(page).page.keyboard.press("Alt+Shift+L")
    assert faults(page, "seedlist-badge", "seedlist-panel") == []
    page.close()


def test_popup(at_work: Marketer) -> None:
    popup = open_own(at_work, "popup/popup.html")
    expect(popup.locator("[name=list], [name=brand]").first).to_be_visible()
    assert faults(popup) == []
    popup.close()


def test_options(at_work: Marketer) -> None:
    options = open_own(at_work, "options/options.html")
    expect(options.locator("[name=density]:checked")).to_have_count(1)
    assert faults(options) == []
    options.close()


def test_popup_before_pairing_and_without_the_server(at_work: Marketer) -> None:
    port = at_work.seedlist.port
    assert at_work.tell_extension({"kind": "set", "settings": {"port": free_port()}})["ok"]
    popup = open_own(at_work, "popup/popup.html")
    expect(popup.locator("h2").first).to_contain_text("not running")
    assert faults(popup) == []
    assert at_work.tell_extension({"kind": "set", "settings": {"port": port}})["ok"]
    assert at_work.tell_extension({"kind": "unpair"})["ok"]
    popup.reload()
    expect(popup.locator("#code")).to_be_visible()
    assert faults(popup) == []
    popup.close()
