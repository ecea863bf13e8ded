"""The server is killed, started anew, frozen or slow under an open badge: plain words, nothing lost, nothing twice."""

import re
import signal
import time
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.altered import DOOR, PATIENCE, altered_extension
from tests.e2e.looking import mark_of, visit
from tests.e2e.marketer import INSTAGRAM, Marketer, badge
from tests.e2e.outages import frozen, is_thorough, kept
from tests.e2e.running import Running

WAITS = 20.0 if is_thorough() else 2.0
"""How long the extension waits for an answer, in seconds: as shipped, or a copy with less patience."""
SOON, LATE = (3.0, 30.0) if is_thorough() else (1.0, 4.0)


def save_button(page: Page):  # type: ignore[no-untyped-def]
    return badge(page).locator("[data-key=save]")


def is_usable(page: Page) -> bool:
    """Whether the page itself answers, scrolls and draws."""
    page.mouse.wheel(0, 300)
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => done(scrollY)))")
    return page.get_by_role("link").first.is_visible()


@pytest.fixture(scope="module")
def marketer(
    browsers: Callable[..., BrowserContext], seedlist: Running, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Marketer]:
    """Somebody whose extension waits `WAITS` seconds for an answer."""
    line = f"const PATIENCE = {int(WAITS * 1000)};"
    folder = altered_extension(tmp_path_factory.mktemp("copy"), DOOR, {PATIENCE: line})
    made = Marketer.in_browser(browsers(folder=folder), seedlist)
    made.pair()
    yield made
    made.context.close()


def test_killed_under_an_open_badge_a_bookmark_waits_and_arrives_once(marketer: Marketer, page: Page) -> None:
    marketer.open_instagram(page, "ines.barro")
    expect(badge(page)).to_contain_text("Ceramics")
    marketer.seedlist.stop(signal.SIGKILL)
    save_button(page).click()
    expect(save_button(page)).to_have_text("Waiting")
    expect(save_button(page)).to_have_attribute("title", "Kept here until Seedlist runs. Press to drop it.")
    marketer.open_instagram(page, "haru.indigo")
    expect(badge(page)).to_contain_text("Seedlist is not running")
    expect(badge(page)).to_contain_text("How to start it")
    save_button(page).click()
    expect(save_button(page)).to_have_text("Waiting")
    marketer.seedlist.start()
    expect(save_button(page)).to_have_text("Saved", timeout=15_000)
    for handle in ("ines.barro", "haru.indigo"):
        (only,) = kept(marketer.seedlist, handle)
        assert only["revision"] == 1
    assert marketer.tell_extension({"kind": "state"})["state"]["waiting"] == 0


def test_a_bookmark_that_waits_on_an_open_page_arrives_without_a_click(marketer: Marketer, page: Page) -> None:
    marketer.open_instagram(page, "quietgrain")
    expect(badge(page)).to_contain_text("micro")
    marketer.seedlist.stop(signal.SIGKILL)
    save_button(page).click()
    expect(save_button(page)).to_have_text("Waiting")
    assert kept(marketer.seedlist, "quietgrain") == []
    marketer.seedlist.start()
    expect(save_button(page)).to_have_text("Saved", timeout=15_000)
    assert len(kept(marketer.seedlist, "quietgrain")) == 1


def test_a_bookmark_that_waits_has_its_mark_beside_the_handle_elsewhere(marketer: Marketer, page: Page) -> None:
    marketer.open_instagram(page, "claire.fripe")
    expect(badge(page)).to_contain_text("micro")
    marketer.seedlist.stop(signal.SIGKILL)
    save_button(page).click()
    expect(save_button(page)).to_have_text("Waiting")
    visit(page, f"{INSTAGRAM}/")
    expect(mark_of(page, "claire.fripe", "aside")).to_have_accessible_name("Seedlist: Waiting")
    marketer.seedlist.start()
    assert marketer.tell_extension({"kind": "state"})["state"]["waiting"] == 0
    visit(page, f"{INSTAGRAM}/")
    expect(mark_of(page, "claire.fripe", "aside")).to_have_accessible_name(re.compile("Saved in First list"))


def test_a_note_typed_while_the_server_is_away_stays_and_is_sent_by_one_click(marketer: Marketer, page: Page) -> None:
    marketer.open_instagram(page, "tilda.mends")
    save_button(page).click()
    expect(save_button(page)).to_have_text("Saved")
    badge(page).locator("[data-key=open]").click()
    note = page.locator("seedlist-panel [data-key=note]")
    marketer.seedlist.stop(signal.SIGKILL)
    note.fill("mends in public, ask in spring")
    note.blur()
    expect(badge(page)).to_contain_text("Change not kept. Seedlist is not running")
    expect(page.locator("seedlist-panel")).to_contain_text("Start it with")
    expect(note).to_have_value("mends in public, ask in spring")
    marketer.seedlist.start()
    page.locator("seedlist-panel [data-key=panel-again]").click()
    expect(page.locator("seedlist-panel .refusal")).to_have_count(0)
    assert kept(marketer.seedlist, "tilda.mends")[0]["note"] == "mends in public, ask in spring"
    expect(note).to_have_value("mends in public, ask in spring")


def test_a_slow_answer_is_waited_for_while_the_page_goes_on(marketer: Marketer, page: Page) -> None:
    with frozen(marketer.seedlist):
        page.goto(f"{INSTAGRAM}/otto.runs.late/")
        expect(badge(page).locator(".still")).to_have_count(1)
        assert is_usable(page)
        page.wait_for_timeout(SOON * 1000)
        expect(badge(page).locator(".still")).to_have_count(1)
    expect(badge(page)).to_contain_text("Fit", timeout=15_000)


def test_a_server_that_does_not_answer_is_said_to_be_slow_and_asked_again(marketer: Marketer, page: Page) -> None:
    with frozen(marketer.seedlist):
        page.goto(f"{INSTAGRAM}/claire.fripe/")
        expect(badge(page)).to_contain_text("Seedlist takes too long to answer", timeout=(WAITS + 10) * 1000)
        expect(badge(page)).to_contain_text("Try again")
        page.get_by_role("link", name="quietgrain").first.click()
        expect(badge(page).locator(".still")).to_have_count(1)
        page.wait_for_timeout((LATE - WAITS) * 1000)
        assert is_usable(page)
    expect(badge(page)).to_contain_text("Fit", timeout=(WAITS + 15) * 1000)


def test_the_popup_says_that_the_server_is_slow_and_not_that_it_is_off(marketer: Marketer, page: Page) -> None:
    with frozen(marketer.seedlist):
        page.goto(f"chrome-extension://{marketer.extension_id}/popup/popup.html")
        expect(page.locator("main")).to_contain_text("Seedlist takes too long to answer", timeout=(WAITS + 5) * 1000)
        expect(page.locator("body")).not_to_contain_text("not running")
    page.reload()
    expect(page.locator("#light")).to_have_text("running", timeout=15_000)


def test_a_waiting_bookmark_that_was_dropped_is_shown_saved_where_the_slow_server_had_it(
    marketer: Marketer, page: Page
) -> None:
    marketer.open_tiktok(page, "dailyderya")
    expect(badge(page)).to_contain_text("Fit")
    with frozen(marketer.seedlist):
        save_button(page).click()
        expect(save_button(page)).to_have_text("Waiting", timeout=(WAITS + 5) * 1000)
        save_button(page).click()
        expect(save_button(page)).to_contain_text("Undo")
    was_taken = soon(marketer.seedlist, "dailyderya")
    page.reload()  # the server may have taken it after the badge last asked
    expect(save_button(page)).to_have_text("Saved" if was_taken else "Save", timeout=15_000)


def soon(seedlist: Running, handle: str) -> bool:
    """Whether the server, awake again, had taken it."""
    for _ in range(30):
        if kept(seedlist, handle):
            return True
        time.sleep(0.1)
    return False


def test_trying_again_is_seen_at_once(marketer: Marketer, page: Page) -> None:
    with frozen(marketer.seedlist):
        page.goto(f"{INSTAGRAM}/claire.fripe/")
        expect(badge(page)).to_contain_text("Try again", timeout=(WAITS + 10) * 1000)
        badge(page).locator("[data-key=step]").click()
        expect(badge(page).locator(".still")).to_have_count(1)
    expect(badge(page)).to_contain_text("Fit", timeout=(WAITS + 15) * 1000)


def test_clicks_on_a_server_that_does_not_answer_save_once(marketer: Marketer, page: Page) -> None:
    marketer.open_tiktok(page, "marloknits")
    expect(badge(page)).to_contain_text("Fit")
    with frozen(marketer.seedlist):
        save_button(page).click()
        expect(save_button(page)).to_have_text("Saving")
        save_button(page).click(force=True)
        expect(save_button(page)).to_have_text("Waiting", timeout=(WAITS + 5) * 1000)
        assert is_usable(page)
    expect(save_button(page)).to_have_text("Saved", timeout=15_000)
    page.wait_for_timeout(500)
    (only,) = kept(marketer.seedlist, "marloknits")
    assert (only["revision"], [event["what"] for event in only["history"]]) == (1, ["saved"])


def test_a_save_that_hangs_does_not_hold_up_the_next_profile(marketer: Marketer, page: Page) -> None:
    marketer.open_instagram(page, "jonas.naht")
    expect(badge(page)).to_contain_text("micro")
    with frozen(marketer.seedlist):
        save_button(page).click()
        page.get_by_role("link", name="haru.indigo").first.click()
        expect(badge(page).locator(".still")).to_have_count(1)
    expect(badge(page)).to_contain_text("Fit", timeout=(WAITS + 15) * 1000)
    expect(save_button(page)).to_be_enabled()
    page.wait_for_timeout(300)
    assert len(kept(marketer.seedlist, "jonas.naht")) == 1
