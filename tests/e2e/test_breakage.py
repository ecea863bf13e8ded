"""A page that changed: what can no longer be read is named in the popup with since when, and never guessed."""

import re

from playwright.sync_api import Page, expect

from tests.e2e.marketer import INSTAGRAM, Marketer, badge
from tests.e2e.platforms import Platforms

WAIT = 12_000
"""Milliseconds until a page has said what it has to say, with room."""
STORED = """async (wait) => {
    const until = Date.now() + wait;
    while (Date.now() < until && !(await chrome.storage.local.get("breakage")).breakage) {
        await new Promise((done) => setTimeout(done, 100));
    }
}"""
BROKEN = b"""<!DOCTYPE html><html lang="en"><head><title>Sol Hem (@sol.hem)</title></head><body><main>
<header><section><h2><span>sol.hem</span></h2></section>
<section><span>Sol Hem</span><span>throws ceramics in Porto</span></section></header></main></body></html>"""
"""A profile whose counts and posts stand nowhere any more."""


def test_what_a_changed_page_lacks_is_named_with_since_when(
    marketer: Marketer, page: Page, platforms: Platforms
) -> None:
    platforms.extra["www.instagram.com", "/sol.hem/"] = BROKEN
    page.goto(f"{INSTAGRAM}/sol.hem/")
    expect(badge(page)).to_contain_text("\N{EN DASH}")
    assert not re.search(r"\d", badge(page).inner_text())
    page.bring_to_front()
    page.wait_for_timeout(1000)
    popup = marketer.context.new_page()
    popup.goto(f"chrome-extension://{marketer.extension_id}/popup/popup.html")
    page.bring_to_front()
    popup.evaluate(STORED, WAIT)
    popup.reload()
    expect(popup.locator(".health")).to_contain_text(re.compile(r"@sol\.hem on Instagram.*followers \(since \d+ \w+"))
    expect(popup.get_by_role("button", name="Copy report")).to_be_visible()
    kept = popup.evaluate("chrome.storage.local.get('breakage')")["breakage"]
    assert {"instagram profile followers", "instagram profile posts"} <= set(kept)
    assert "sol.hem" not in str(kept)
    popup.close()
