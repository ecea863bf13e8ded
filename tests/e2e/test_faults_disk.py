"""A full disk and clocks that jump under an open badge: a plain refusal, the words stay, nothing is negative."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from server.demo.people import demo_brand
from tests.e2e.marketer import Marketer, badge
from tests.e2e.outages import OddServer, kept, no_file_may_grow
from tests.e2e.running import free_port

PANEL = "seedlist-panel"


@pytest.fixture(scope="module")
def seedlist(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OddServer]:
    made = OddServer.beside(tmp_path_factory.mktemp("odd") / "data", free_port())
    made.start()
    yield made
    made.stop()


@pytest.fixture(scope="module")
def marketer(browsers: Callable[..., BrowserContext], seedlist: OddServer) -> Iterator[Marketer]:
    made = Marketer.in_browser(browsers(width=1600), seedlist)
    made.pair()
    made.describe_brand(demo_brand())
    yield made
    made.context.close()


@pytest.fixture
def odd(seedlist: OddServer) -> Iterator[OddServer]:
    """The server, whose clock is right again afterwards."""
    yield seedlist
    seedlist.set_clock(0)


def save_button(page: Page):  # type: ignore[no-untyped-def]
    return badge(page).locator("[data-key=save]")


FULL = {
    "no space left": (OddServer.full_disk, "Not saved. The disk is full"),
    "quota used up": (no_file_may_grow, "Not saved. The change was not saved"),
}


@pytest.mark.parametrize(("how", "handle"), [("no space left", "quietgrain"), ("quota used up", "ines.barro")])
def test_on_a_full_disk_the_badge_says_so_and_tries_again_by_a_click(
    marketer: Marketer, page: Page, odd: OddServer, how: str, handle: str
) -> None:
    if how == "no space left" and not odd.can_fill_the_disk:
        pytest.skip("a full disk is made with a C compiler (apt install gcc)")
    fault, said = FULL[how]
    marketer.open_instagram(page, handle)
    expect(badge(page)).to_contain_text("Fit")
    with fault(odd):
        save_button(page).click()
        expect(badge(page)).to_contain_text(said)
        expect(save_button(page)).to_have_text("Save")
        badge(page).evaluate("(badge) => badge.setAttribute('data-old', '')")
        badge(page).locator("[data-key=again]").click()
        expect(page.locator("seedlist-badge [data-old]")).to_have_count(0)
        expect(badge(page)).to_contain_text(said)
        assert kept(odd, handle) == []
    badge(page).locator("[data-key=again]").click()
    expect(save_button(page)).to_have_text("Saved")
    expect(badge(page)).not_to_contain_text("Not saved")
    (only,) = kept(odd, handle)
    assert only["revision"] == 1
    assert marketer.tell_extension({"kind": "state"})["state"]["waiting"] == 0


def test_a_note_on_a_full_disk_stays_in_the_panel_until_there_is_room(
    marketer: Marketer, page: Page, odd: OddServer
) -> None:
    fault = OddServer.full_disk if odd.can_fill_the_disk else no_file_may_grow
    marketer.open_instagram(page, "haru.indigo")
    save_button(page).click()
    expect(save_button(page)).to_have_text("Saved")
    badge(page).locator("[data-key=open]").click()
    note = page.locator(f"{PANEL} [data-key=note]")
    with fault(odd):
        note.fill("dyes with real indigo")
        note.blur()
        expect(page.locator(f"{PANEL} .refusal")).to_contain_text("Change not kept.")
        expect(note).to_have_value("dyes with real indigo")
        page.locator(f"{PANEL} [data-key=close]").click()
        badge(page).locator("[data-key=open]").click()
        expect(note).to_have_value("dyes with real indigo")
        assert kept(odd, "haru.indigo")[0]["note"] == ""
    page.locator(f"{PANEL} [data-key=panel-again]").click()
    expect(page.locator(f"{PANEL} .refusal")).to_have_count(0)
    assert kept(odd, "haru.indigo")[0]["note"] == "dyes with real indigo"


@pytest.mark.parametrize("ahead", [24.0, -24.0])
def test_with_clocks_a_day_apart_nothing_is_negative(
    marketer: Marketer, page: Page, odd: OddServer, ahead: float
) -> None:
    handle = "tilda.mends" if ahead > 0 else "otto.runs.late"
    odd.set_clock(ahead)
    marketer.open_instagram(page, handle)
    expect(badge(page)).to_contain_text(re.compile(r"Fit \d+"))
    save_button(page).click()
    expect(save_button(page)).to_have_text("Saved")
    odd.set_clock(-ahead)
    page.reload()
    expect(save_button(page)).to_have_text("Saved")
    badge(page).locator("[data-key=open]").click()
    for note in ("before the jump", "after the jump"):
        page.locator(f"{PANEL} [data-key=note]").fill(note)
        page.locator(f"{PANEL} [data-key=note]").blur()
        expect(page.locator("seedlist-badge [data-live]")).to_have_text("Kept")
        page.wait_for_timeout(150)
        odd.set_clock(ahead)
    (only,) = kept(odd, handle)
    assert only["note"] == "after the jump"
    assert [e["value"] for e in only["history"] if e["what"] == "note"] == ["before the jump", "after the jump"]
    odd.set_clock(0)
    lists = marketer.open_pages("/lists")
    lists.get_by_role("link", name="First list").first.click()
    lists.get_by_role("link", name=handle).first.click()
    expect(lists.locator("main")).to_contain_text("after the jump")
    words = lists.locator("main").inner_text() + page.locator(PANEL).inner_text()
    assert not re.search(r"[-−]\d+ (day|hour|minute)|\bin \d+ (day|hour)", words)
    dates = re.search(r"Saved reading of (\S+), seen again on (\S+)\.", words)
    assert dates is None or dates[1] <= dates[2]
    lists.close()
