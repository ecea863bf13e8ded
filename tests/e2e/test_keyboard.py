"""Save, panel, next list and note from the keyboard; typing in the site's own fields stays the site's."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.launching import worker_of
from tests.e2e.marketer import Marketer, badge

PANEL = "seedlist-panel .panel"


@pytest.fixture
def profile(marketer: Marketer, page: Page) -> Page:
    """An open profile with a search field of the site's, which has a shortcut of its own."""
    expect(marketer.open_instagram(page, "tilda.mends")).to_contain_text("micro")
    page.evaluate("""() => {
        const field = document.createElement("input");
        field.id = "search";
        document.querySelector("main").append(field);
        window.heard = [];
        document.addEventListener("keydown", (event) => window.heard.push(event.key.toLowerCase()));
    }""")
    return page


def command(marketer: Marketer, page: Page, name: str) -> None:
    """What the browser does when the user presses the command's key."""
    page.bring_to_front()
    worker_of(marketer.context).evaluate(f"chrome.commands.onCommand.dispatch('{name}')")


def press_until_the_page_hears(page: Page) -> None:
    """A changed setting reaches an open page a moment later: until then the key is still ours."""
    for _ in range(50):
        page.keyboard.press("Alt+Shift+L")
        if "l" in page.evaluate("window.heard"):
            return
        page.wait_for_timeout(100)
    pytest.fail("the page never heard the key, though the setting leaves it to the page")


def test_the_panel_opens_and_closes_by_key_and_the_focus_returns_to_the_page(profile: Page) -> None:
    profile.get_by_role("link", name="quietgrain").focus()
    profile.keyboard.press("Alt+Shift+L")
    expect(profile.locator(PANEL)).to_be_visible()
    profile.keyboard.press("Alt+Shift+L")
    expect(profile.locator(PANEL)).to_be_hidden()
    assert profile.evaluate("document.activeElement.textContent") == "quietgrain"
    assert "l" not in profile.evaluate("window.heard")


def test_a_profile_is_saved_and_noted_without_the_mouse(marketer: Marketer, profile: Page) -> None:
    profile.keyboard.press("Alt+Shift+S")
    expect(badge(profile).locator("[data-key=save]")).to_contain_text("Saved")
    profile.keyboard.press("Alt+Shift+M")
    expect(profile.locator(f"{PANEL} [data-key=note]")).to_be_focused()
    profile.keyboard.type("skills: knits, sews, likes navy")
    profile.keyboard.press("Tab")
    profile.keyboard.press("Escape")
    profile.reload()
    expect(badge(profile)).to_contain_text("Saved")
    profile.keyboard.press("Alt+Shift+M")
    expect(profile.locator(f"{PANEL} [data-key=note]")).to_have_value("skills: knits, sews, likes navy")


def test_the_next_list_is_named_in_the_badge(marketer: Marketer, profile: Page) -> None:
    profile.keyboard.press("Alt+Shift+K")
    expect(badge(profile).locator(".notice")).to_contain_text("First list is the only list")


def test_inside_the_panel_the_letter_alone_is_enough(profile: Page) -> None:
    profile.keyboard.press("Alt+Shift+L")
    expect(profile.locator(PANEL)).to_be_focused()
    profile.keyboard.press("l")
    expect(profile.locator(PANEL)).to_be_hidden()


def test_the_focus_stays_in_the_panel_when_something_new_is_shown(profile: Page) -> None:
    profile.keyboard.press("Alt+Shift+L")
    expect(profile.locator(PANEL)).to_be_focused()
    profile.keyboard.press("k")
    expect(badge(profile).locator(".notice")).to_contain_text("only list")
    expect(profile.locator(PANEL)).to_be_focused()


def test_typing_in_a_field_of_the_site_does_nothing_of_ours(profile: Page) -> None:
    before = badge(profile).locator("[data-key=save]").text_content()
    profile.locator("#search").focus()
    profile.keyboard.type("slkm")
    profile.keyboard.press("Alt+Shift+S")
    profile.keyboard.press("Alt+Shift+L")
    expect(profile.locator(PANEL)).to_be_hidden()
    assert badge(profile).locator("[data-key=save]").text_content() == before
    assert profile.locator("#search").input_value().startswith("slkm")
    assert profile.evaluate("window.heard.filter((key) => 'slkm'.includes(key)).join('')").startswith("slkm")


def test_letters_outside_our_parts_are_the_sites(profile: Page) -> None:
    profile.keyboard.press("l")
    expect(profile.locator(PANEL)).to_be_hidden()
    assert "l" in profile.evaluate("window.heard")


def test_a_script_of_the_page_cannot_press_our_keys(profile: Page) -> None:
    profile.evaluate("""() => {
        const how = { key: "L", code: "KeyL", altKey: true, shiftKey: true, bubbles: true, composed: true };
        document.body.dispatchEvent(new KeyboardEvent("keydown", how));
    }""")
    expect(profile.locator(PANEL)).to_be_hidden()


def test_the_browsers_own_commands_do_the_same(marketer: Marketer, profile: Page) -> None:
    command(marketer, profile, "panel")
    expect(profile.locator(PANEL)).to_be_visible()
    command(marketer, profile, "panel")
    expect(profile.locator(PANEL)).to_be_hidden()
    command(marketer, profile, "next-list")
    expect(badge(profile).locator(".notice")).to_be_visible()
    command(marketer, profile, "note")
    expect(profile.locator(PANEL)).to_be_visible()


def test_keys_can_be_left_to_the_page(marketer: Marketer, profile: Page) -> None:
    assert marketer.tell_extension({"kind": "set", "settings": {"keys": False}})["ok"]
    profile.bring_to_front()
    press_until_the_page_hears(profile)
    panel = profile.locator(PANEL)
    was_open = panel.is_visible()
    profile.keyboard.press("Alt+Shift+L")
    assert panel.is_visible() == was_open
    assert profile.evaluate("window.heard.filter((key) => key === 'l').length") == 2
    assert marketer.tell_extension({"kind": "set", "settings": {"keys": True}})["ok"]


def test_the_browser_gives_every_command_its_key(marketer: Marketer) -> None:
    keys = worker_of(marketer.context).evaluate("chrome.commands.getAll()")
    named = {one["name"]: one["shortcut"] for one in keys if not one["name"].startswith("_")}
    letters = {"save": "S", "panel": "L", "next-list": "K", "note": "M"}
    assert named == {name: f"Alt+Shift+{letter}" for name, letter in letters.items()}
