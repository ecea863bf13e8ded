"""A profile opened in real Chromium: badge, panel, in-app navigation, and never another's number."""

import re

from playwright.sync_api import Page, expect

from server.demo.people import demo_brand
from tests.e2e.marketer import Marketer, badge
from tests.e2e.platforms import Platforms

PANEL = "seedlist-panel .panel"


def test_a_hard_load_of_an_instagram_profile_shows_tier_fit_and_engagement(marketer: Marketer, page: Page) -> None:
    shown = marketer.open_instagram(page, "tilda.mends")
    expect(shown).to_contain_text("micro · nano")
    expect(shown).to_contain_text("Sewing & knitting")
    expect(shown).to_contain_text("4.6%")


def test_a_hard_load_of_a_tiktok_profile_takes_the_exact_count(marketer: Marketer, page: Page) -> None:
    shown = marketer.open_tiktok(page, "nonna.in.cucina")
    expect(shown).to_contain_text("micro")
    expect(shown).not_to_contain_text("macro")


def test_in_app_navigation_leaves_no_number_of_the_last_profile(marketer: Marketer, page: Page) -> None:
    expect(marketer.open_instagram(page, "tilda.mends")).to_contain_text("micro · nano")
    page.get_by_role("link", name="vastro.insider").click()
    expect(badge(page)).to_contain_text("macro")
    page.go_back()
    expect(badge(page)).to_contain_text("micro · nano")


def test_ten_profiles_in_a_hurry_end_with_the_last_one(marketer: Marketer, page: Page) -> None:
    expect(marketer.open_tiktok(page, "marloknits")).to_contain_text("micro · nano")
    for name in ("vintagewithremy", "dailyderya", "emptyshelf") * 3:
        page.get_by_role("link", name=name).click()
    page.get_by_role("link", name="nonna.in.cucina").click()
    expect(badge(page)).to_contain_text("Cooking")
    page.wait_for_timeout(1500)
    expect(badge(page)).to_contain_text("Cooking")


def test_the_panel_shows_the_words_and_gives_the_focus_back(marketer: Marketer, page: Page) -> None:
    shown = marketer.open_instagram(page, "tilda.mends")
    shown.locator("[data-key=open]").click()
    panel = page.locator(PANEL)
    expect(panel).to_be_visible()
    panel.get_by_text("Sewing & knitting").first.click()
    expect(panel.locator("mark").first).to_contain_text("ewing")
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()


def test_a_private_account_says_so(marketer: Marketer, page: Page) -> None:
    shown = marketer.open_instagram(page, "closed.door")
    expect(shown).to_contain_text("rivate")


def test_the_page_does_not_move(marketer: Marketer, page: Page) -> None:
    marketer.open_instagram(page, "tilda.mends")
    before = page.locator("header").bounding_box()
    expect(badge(page)).to_contain_text("micro")
    assert page.locator("header").bounding_box() == before


def test_a_real_saved_page_gives_the_exact_count(
    marketer: Marketer, page: Page, platforms: Platforms, real_page: bytes
) -> None:
    platforms.extra["www.tiktok.com", "/@illojuan"] = real_page
    page.goto("https://www.tiktok.com/@illojuan")
    expect(badge(page).locator("[data-key=open]")).to_have_attribute("aria-description", re.compile("Tier macro"))
    badge(page).locator("[data-key=open]").click()
    expect(page.locator(PANEL)).to_contain_text("783,427")


def test_under_a_thousand_is_said_as_such(marketer: Marketer, page: Page) -> None:
    expect(marketer.open_instagram(page, "the.row.boats")).to_contain_text("below")


def test_with_a_brand_the_badge_shows_the_fit_and_the_panel_says_why(marketer: Marketer, page: Page) -> None:
    marketer.describe_brand(demo_brand())
    shown = marketer.open_instagram(page, "tilda.mends")
    expect(shown).to_contain_text(re.compile(r"Fit 9\d"))
    shown.locator("[data-key=open]").click()
    expect(page.locator(PANEL)).to_contain_text("Good fit")
    shown = marketer.open_instagram(page, "otto.runs.late")
    expect(shown).to_contain_text(re.compile(r"Fit [1-4]\d"))
