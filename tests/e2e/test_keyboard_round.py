"""A whole seeding round, from the profile page to "seen wearing", with the keyboard alone."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.keyboard import Keyboard
from tests.e2e.marketer import Marketer, badge

HANDLE = "quietgrain"
PAINTED = "() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)))"
"""Chromium drops keys that come before a page's first picture."""


@pytest.fixture
def saved(marketer: Marketer, page: Page) -> Page:
    """The list, opened by hand after two people were saved by the badge."""
    for handle in ("ines.barro", HANDLE):
        keys = Keyboard(page)
        marketer.open_instagram(page, handle)
        save = badge(page).locator("[data-key=save]")
        keys.tab_to(save)
        keys.press("Enter")
        expect(save).to_contain_text("Saved")
    page.goto(marketer.seedlist.link("/lists"))
    return page


def test_a_round_needs_no_mouse(saved: Page) -> None:
    keys = Keyboard(saved)
    open_the_list(keys)
    read_and_note(keys)
    ask(keys)
    send(keys)
    see_it_worn(keys)
    look_at_the_round(keys)


def listening(keys: Keyboard, title: str) -> None:
    """The page of this title is there and its script has begun: its help shows itself then."""
    expect(keys.page.get_by_role("heading", name=title, level=1)).to_be_visible()
    expect(keys.page.get_by_role("button", name="Keys")).to_be_visible()
    keys.page.wait_for_load_state()
    keys.page.evaluate(PAINTED)


def open_the_list(keys: Keyboard) -> None:
    keys.tab_to(keys.page.get_by_role("link", name="First list"))
    keys.press("Enter")
    listening(keys, "First list")
    keys.press("?")
    expect(keys.page.get_by_role("dialog")).to_be_visible()
    keys.press("Escape")
    expect(keys.page.get_by_role("dialog")).to_be_hidden()
    keys.press("/")
    expect(keys.page.get_by_role("searchbox")).to_be_focused()
    keys.write(HANDLE)
    keys.press("Enter")
    expect(keys.page.locator("[data-row]")).to_have_count(1)
    listening(keys, "First list")
    expect(keys.page.get_by_role("status").first).to_contain_text("1 of 2")


def read_and_note(keys: Keyboard) -> None:
    page = keys.page
    keys.press("j", "x")
    expect(page.locator(".bulk")).to_be_visible()
    keys.press("x")
    expect(page.locator(".bulk")).to_be_hidden()
    keys.press("Enter")
    listening(keys, "Sami Okello")
    keys.press("n")
    keys.write("Prints by hand. Ask about film.")
    keys.press("Escape")
    expect(page.locator(".toasts")).to_contain_text("Note saved")


def ask(keys: Keyboard) -> None:
    page = keys.page
    stage = page.get_by_label("Stage")
    for word in ("Shortlisted", "Asked", "Yes", "Quiet"):
        keys.press("s")
        keys.choose(stage, word[:3], saved="Stage changed")
        expect(stage.locator("option:checked")).to_have_text(word)
        expect(page.locator(".beside .at")).to_contain_text(word)
    keys.press("u")
    expect(stage.locator("option:checked")).to_have_text("Yes")
    listening(keys, "Sami Okello")


def send(keys: Keyboard) -> None:
    page = keys.page
    keys.press("g")
    expect(page.get_by_label("Product")).to_be_focused()
    keys.write("Selvedge tote")
    for label, words in (("Sent on", "11202026"), ("Shop price", "80"), ("Cost to you", "24"), ("Tracking", "HF 12")):
        keys.tab_to(page.get_by_label(label))
        keys.write(words)
    keys.tab_to(page.get_by_label("They agreed to be sent it"))
    keys.press("Space")
    keys.press("Enter")
    expect(page.locator(".toasts")).to_contain_text("The gift is noted")
    listening(keys, "Sami Okello")
    for word in ("Sent", "Arrived"):
        keys.press("s")
        keys.choose(page.get_by_label("Stage"), word[:3], saved="Stage changed")


def see_it_worn(keys: Keyboard) -> None:
    page = keys.page
    gift = page.locator(".gift summary")
    keys.tab_to(gift)
    keys.press("Enter")
    keys.tab_to(page.locator(".gift").get_by_label("Posts seen"))
    keys.write("2")
    keys.press("Enter")
    expect(page.locator(".gift summary")).to_contain_text("2 posts")
    listening(keys, "Sami Okello")
    keys.press("s")
    keys.choose(page.get_by_label("Stage"), "See", saved="Stage changed")
    expect(page.get_by_label("Stage").locator("option:checked")).to_have_text("Seen wearing")


def look_at_the_round(keys: Keyboard) -> None:
    page = keys.page
    keys.press("Escape")
    expect(page.locator("[data-row]").get_by_role("link", name=f"@{HANDLE}")).to_be_visible()
    expect(page.locator("[data-row] [data-open]")).to_be_focused()
    listening(keys, "First list")
    keys.press("x", "s")
    expect(page.locator("#bulk-stage")).to_be_focused()
    keys.press("Escape")
    keys.tab_to(page.get_by_role("link", name="Round"), key="Shift+Tab")
    keys.press("Enter")
    expect(page.get_by_role("heading", name="Round")).to_be_visible()
    expect(page.get_by_role("row", name="Seen wearing")).to_contain_text("1")
    expect(page.locator("main")).to_contain_text("12.00")
