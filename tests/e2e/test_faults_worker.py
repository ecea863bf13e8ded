"""The service worker ends, as it does when idle or asleep, in the middle of things: all goes on, nothing twice."""

import signal

from playwright.sync_api import Page, expect

from tests.e2e.endings import stop_worker
from tests.e2e.marketer import Marketer, badge
from tests.e2e.outages import frozen, kept


def save_button(page: Page):  # type: ignore[no-untyped-def]
    return badge(page).locator("[data-key=save]")


def test_a_worker_that_ends_under_an_open_panel_is_not_noticed(marketer: Marketer, page: Page) -> None:
    marketer.open_instagram(page, "tilda.mends")
    expect(badge(page)).to_contain_text("Fit")
    badge(page).locator("[data-key=open]").click()
    panel = page.locator("seedlist-panel")
    stop_worker(marketer)
    panel.locator("[data-key=save]").click()
    expect(panel.locator("[data-key=save]")).to_contain_text("Saved in")
    stop_worker(marketer)
    panel.locator("[data-key=note]").fill("after a sleep")
    panel.locator("[data-key=note]").blur()
    expect(page.locator("seedlist-badge [data-live]")).to_have_text("Kept")
    assert kept(marketer.seedlist, "tilda.mends")[0]["note"] == "after a sleep"


def test_a_worker_that_ends_while_a_save_hangs_saves_it_once(marketer: Marketer, page: Page) -> None:
    marketer.open_tiktok(page, "marloknits")
    expect(badge(page)).to_contain_text("Fit")
    with frozen(marketer.seedlist):
        save_button(page).click()
        expect(save_button(page)).to_have_text("Saving")
        stop_worker(marketer)
        page.wait_for_timeout(800)
        expect(save_button(page)).to_have_text("Saving")
    expect(save_button(page)).to_have_text("Saved")
    (only,) = kept(marketer.seedlist, "marloknits")
    assert only["revision"] == 1
    assert marketer.tell_extension({"kind": "state"})["state"]["waiting"] == 0


def test_a_worker_that_ends_while_a_bookmark_waits_delivers_it_when_it_wakes(marketer: Marketer, page: Page) -> None:
    marketer.open_instagram(page, "haru.indigo")
    expect(badge(page)).to_contain_text("Fit")
    marketer.seedlist.stop(signal.SIGKILL)
    save_button(page).click()
    expect(save_button(page)).to_have_text("Waiting")
    stop_worker(marketer)
    marketer.seedlist.start()
    expect(save_button(page)).to_have_text("Saved", timeout=15_000)
    assert len(kept(marketer.seedlist, "haru.indigo")) == 1
