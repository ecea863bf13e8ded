"""Two accounts become one person, and two again, with the keyboard alone."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Playwright, expect

from tests.e2e.keyboard import Keyboard
from tests.e2e.own_pages import OwnPages, own_pages
from tests.e2e.test_keyboard_round import PAINTED


@pytest.fixture
def pages(player: Playwright, tmp_path_factory: pytest.TempPathFactory) -> Iterator[OwnPages]:
    with own_pages(player, tmp_path_factory.mktemp("joining")) as made:
        yield made


def listening(page: Page) -> None:
    """The page's script has begun: its help shows itself then."""
    expect(page.get_by_role("button", name="Keys")).to_be_visible()
    page.wait_for_load_state()
    page.evaluate(PAINTED)


def test_joining_and_saying_no_need_no_mouse(pages: OwnPages) -> None:
    page = pages.tab
    keys = Keyboard(page)
    page.goto(pages.address("{list}/{one}"))
    listening(page)
    expect(page.get_by_role("heading", name="Also on TikTok?")).to_be_visible()
    keys.press("p")
    expect(page.get_by_role("button", name="Join @sol.weaves")).to_be_focused()
    keys.press("Enter")
    expect(page.get_by_role("heading", name="Also on TikTok", exact=True)).to_be_visible()
    listening(page)
    keys.press("u")
    expect(page.get_by_role("heading", name="Also on TikTok?")).to_be_visible()
    listening(page)
    keys.press("p", "Tab")
    expect(page.get_by_role("button", name="Not the same @sol.weaves")).to_be_focused()
    keys.press("Enter")
    expect(page.get_by_text("@sol.weaves on TikTok is somebody else, you said.")).to_be_visible()
    listening(page)
    keys.press("u")
    expect(page.get_by_role("heading", name="Also on TikTok?")).to_be_visible()
