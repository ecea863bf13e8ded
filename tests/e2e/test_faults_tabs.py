"""Many tabs at once: every badge is painted, each tab asks the server only a few times, a closed tab leaves nothing.

Twelve tabs here; `make faults-browser` opens two hundred and prints what they cost.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, expect

from server.demo.people import demo_brand
from tests.e2e.counting import Counted, memory_of
from tests.e2e.endings import browser_process
from tests.e2e.launching import launch
from tests.e2e.marketer import INSTAGRAM, TIKTOK, Marketer, badge
from tests.e2e.outages import is_thorough, kept
from tests.e2e.platforms import Platforms
from tests.e2e.running import Running

TABS = 200 if is_thorough() else 12
MOST_ASKED = 6
"""Requests to the server for one tab: health and state when it opens, looks as the page loads more, small marks."""


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    return tmp_path / "profile"


@pytest.fixture
def many(player: Playwright, platforms: Platforms, seedlist: Running, profile: Path) -> Iterator[Marketer]:
    """Somebody with a browser of their own, and a brand."""
    context = launch(player, profile, platforms)
    made = Marketer.in_browser(context, seedlist)
    made.pair()
    made.describe_brand(demo_brand())
    yield made
    context.close()


def addresses(platforms: Platforms) -> list[str]:
    people = [(INSTAGRAM, f"/{one.handle}/") for one in platforms.open_people("instagram")]
    people += [(TIKTOK, f"/@{one.handle}") for one in platforms.open_people("tiktok")]
    return [f"{site}{path}" for index in range(TABS) for site, path in [people[index % len(people)]]]


def test_many_tabs_are_all_painted_and_leave_nothing_behind(
    many: Marketer, platforms: Platforms, profile: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    browser = browser_process(profile)
    assert many.seedlist.process
    server = many.seedlist.process.pid
    before = {"browser": memory_of(browser), "server": memory_of(server)}
    counted = Counted(many.context, many.seedlist.port)
    tabs = [opened(many.context, url) for url in addresses(platforms)]
    for tab in tabs:
        tab.bring_to_front()
        expect(badge(tab)).to_contain_text(re.compile(r"Fit (\d+|–)"), timeout=20_000)
    during = {"browser": memory_of(browser), "server": memory_of(server)}
    asked = dict(counted.paths)
    assert asked["POST /api/annotate"] >= TABS, "the requests of the service worker are not seen"
    assert sum(asked.values()) <= MOST_ASKED * TABS, asked
    badge(tabs[0]).locator("[data-key=save]").click()
    twins = [tab for tab in tabs if tab.url == tabs[0].url]
    for tab in twins:
        expect(badge(tab).locator("[data-key=save]")).to_have_text("Saved")
    assert len(kept(many.seedlist, tabs[0].url.strip("/").rpartition("/")[2].removeprefix("@"))) == 1
    for tab in tabs:
        tab.close()
    quiet = Counted(many.context, many.seedlist.port)
    rest = many.context.new_page()
    rest.goto(f"chrome-extension://{many.extension_id}/options/options.html")
    rest.wait_for_timeout(4000)
    assert dict(quiet.paths) == {}, "closed tabs still ask"
    report(
        capsys,
        asked,
        {"before": before, "open": during, "closed": {"browser": memory_of(browser), "server": memory_of(server)}},
    )


def opened(context: BrowserContext, url: str) -> Page:
    tab = context.new_page()
    tab.goto(url, wait_until="commit")
    return tab


def report(capsys: pytest.CaptureFixture[str], asked: dict[str, int], megabytes: dict[str, dict[str, int]]) -> None:
    """One line for those who measure."""
    each = (megabytes["open"]["browser"] - megabytes["before"]["browser"]) / TABS
    figures = {"tabs": TABS, "requests": asked, "a_tab": round(sum(asked.values()) / TABS, 1), "megabytes": megabytes}
    if is_thorough():
        with capsys.disabled():
            print("\n" + json.dumps(figures | {"megabytes_a_tab": round(each, 1)}))
