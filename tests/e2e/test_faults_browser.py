"""The browser is killed in mid-save: what was clicked is saved once, now or at the next start."""

import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright, expect

from tests.e2e.endings import kill_browser
from tests.e2e.launching import launch
from tests.e2e.marketer import Marketer, badge
from tests.e2e.outages import frozen, is_thorough, kept
from tests.e2e.platforms import Platforms
from tests.e2e.running import Running

PEOPLE = ("haru.indigo", "tilda.mends", "otto.runs.late", "claire.fripe", "jonas.naht")
DELAYS = (0, 2, 5, 20, 100) if is_thorough() else (5, 50)
"""Milliseconds between the click and the end of the browser."""


def save_button(page: Page):  # type: ignore[no-untyped-def]
    return badge(page).locator("[data-key=save]")


class Desk:
    """A browser that is started again and again on one profile folder."""

    def __init__(self, player: Playwright, profile: Path, platforms: Platforms, seedlist: Running) -> None:
        self.profile, self.seedlist = profile, seedlist
        self._start = lambda: launch(player, profile, platforms)
        self.open()
        self.marketer.pair()

    def open(self) -> None:
        self.marketer = Marketer.in_browser(self._start(), self.seedlist)

    def click_save(self, handle: str) -> Page:
        page = self.marketer.context.new_page()
        self.marketer.open_instagram(page, handle)
        expect(badge(page)).to_contain_text("Fit")
        save_button(page).click()
        return page

    def kill(self) -> None:
        kill_browser(self.profile)

    def waiting(self) -> int:
        waits: int = self.marketer.tell_extension({"kind": "state"})["state"]["waiting"]
        return waits


@pytest.fixture(scope="module")
def desk(
    player: Playwright, platforms: Platforms, seedlist: Running, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Desk]:
    made = Desk(player, tmp_path_factory.mktemp("desk"), platforms, seedlist)
    yield made
    made.marketer.context.close()


def soon(seedlist: Running, handle: str, seconds: float = 10) -> list[dict]:
    """The candidates with this handle, as soon as there is one."""
    until = time.monotonic() + seconds
    while not kept(seedlist, handle) and time.monotonic() < until:
        time.sleep(0.05)
    return kept(seedlist, handle)


def test_killed_while_a_save_hangs_it_is_sent_at_the_next_start_without_a_click(desk: Desk) -> None:
    page = desk.marketer.context.new_page()
    desk.marketer.open_instagram(page, "quietgrain")
    expect(badge(page)).to_contain_text("Fit")
    with frozen(desk.seedlist):
        save_button(page).click()
        expect(save_button(page)).to_have_text("Saving")
        desk.kill()
    desk.open()
    (only,) = soon(desk.seedlist, "quietgrain")
    assert desk.waiting() == 0
    (only,) = kept(desk.seedlist, "quietgrain")
    assert only["revision"] == 1


def test_killed_with_the_server_away_it_waits_on_the_disk_and_is_sent_once(desk: Desk) -> None:
    page = desk.marketer.context.new_page()
    desk.marketer.open_instagram(page, "ines.barro")
    expect(badge(page)).to_contain_text("Fit")
    desk.seedlist.stop(signal.SIGKILL)
    save_button(page).click()
    expect(save_button(page)).to_have_text("Waiting")
    desk.kill()
    desk.open()
    assert desk.waiting() == 1
    desk.seedlist.start()
    assert desk.waiting() == 0
    (only,) = kept(desk.seedlist, "ines.barro")
    assert only["revision"] == 1


@pytest.mark.parametrize(("handle", "delay"), list(zip(PEOPLE, DELAYS, strict=False)))
def test_killed_right_after_the_click_it_is_saved_once_or_not_at_all(desk: Desk, handle: str, delay: int) -> None:
    desk.click_save(handle)
    time.sleep(delay / 1000)
    desk.kill()
    desk.open()
    page = desk.marketer.context.new_page()
    desk.marketer.open_instagram(page, handle)
    expect(badge(page)).to_contain_text("Fit")
    found = kept(desk.seedlist, handle)
    expect(save_button(page)).to_have_text("Saved" if found else "Save")
    assert [one["revision"] for one in found] in ([], [1])
    assert found or delay < 20, "the click was lost"
    assert desk.waiting() == 0
