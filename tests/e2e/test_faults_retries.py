"""The browser starts before the server: what waits goes out by itself, without a look at a profile or at the popup."""

import signal
import time
from pathlib import Path

from playwright.sync_api import Playwright, expect

from tests.e2e.altered import RETRIES, STEPS, altered_extension
from tests.e2e.launching import launch, worker_of
from tests.e2e.marketer import Marketer, badge
from tests.e2e.outages import kept
from tests.e2e.platforms import Platforms
from tests.e2e.running import Running

SOON = "export const STEPS = [0.05];"
PATIENCE = 20.0
"""Seconds until a bookmark must be there, with a try every three."""


def arrives(seedlist: Running, handle: str) -> bool:
    until = time.monotonic() + PATIENCE
    while not kept(seedlist, handle) and time.monotonic() < until:
        time.sleep(0.2)
    return len(kept(seedlist, handle)) == 1


def test_a_bookmark_of_yesterday_goes_out_once_the_server_is_there(
    player: Playwright, platforms: Platforms, seedlist: Running, tmp_path: Path
) -> None:
    folder, profile = altered_extension(tmp_path, RETRIES, {STEPS: SOON}), tmp_path / "profile"
    first = launch(player, profile, platforms, folder=folder)
    marketer = Marketer.in_browser(first, seedlist)
    marketer.pair()
    page = first.new_page()
    expect(marketer.open_instagram(page, "quietgrain")).to_contain_text("Fit")
    seedlist.stop(signal.SIGKILL)
    badge(page).locator("[data-key=save]").click()
    expect(badge(page).locator("[data-key=save]")).to_have_text("Waiting")
    first.close()
    second = launch(player, profile, platforms, folder=folder)
    worker_of(second)
    second.pages[0].wait_for_timeout(1500)
    seedlist.start()
    assert arrives(seedlist, "quietgrain")
    waits = "async () => [(await chrome.storage.local.get('outbox')).outbox.length, await chrome.alarms.getAll()]"
    second.pages[0].wait_for_timeout(4000)
    assert worker_of(second).evaluate(waits) == [0, []], "nothing waits, nothing wakes the worker any more"
    second.close()
