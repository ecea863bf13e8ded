"""Looks at small badges: goes to a view, finds the badge beside a handle, and hears what the server is asked."""

import json
from typing import Any

from playwright.sync_api import Locator, Page, Route, expect

from server.demo.people import demo_brand
from tests.e2e.marketer import Marketer, badge


def who_has_looked(marketer: Marketer) -> Marketer:
    """With a brand; tilda.mends and otto.runs.late were looked at, claire.fripe is saved."""
    marketer.describe_brand(demo_brand())
    tab = marketer.context.new_page()
    for handle in ("tilda.mends", "otto.runs.late", "claire.fripe"):
        expect(marketer.open_instagram(tab, handle)).to_contain_text("Fit")
    badge(tab).locator(".save").click()
    expect(badge(tab).locator(".save")).to_contain_text("Saved")
    tab.close()
    return marketer


def visit(page: Page, url: str) -> None:
    """Go there and wait until the page's own script has drawn."""
    page.goto(url)
    page.wait_for_selector("[data-drawn]", state="attached")


def mark_of(page: Page, handle: str, within: str = "body") -> Locator:
    """The small badge beside the first showing of a handle in a part of the page."""
    link = f'a[href*="{handle}"]'
    row = f"{within} :is(.row, .line, .video, .comment):has({link}), {within} {link}.row"
    return page.locator(row).locator("seedlist-mark .mark").first


def marks_on(page: Page) -> Locator:
    return page.locator("seedlist-mark .mark.laid")


def pass_on(route: Route) -> dict[str, Any]:
    """What the extension asks its own server."""
    route.continue_()
    asked: dict[str, Any] = json.loads(route.request.post_data or "{}")
    return asked
