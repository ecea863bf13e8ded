"""Save, see that it is saved, undo, find it on the list; also with the server away."""

import signal

from playwright.sync_api import Page, expect

from tests.e2e.marketer import Marketer, badge


def save_button(page: Page):  # type: ignore[no-untyped-def]
    return badge(page).locator("[data-key=save]")


def test_one_click_saves_and_the_list_shows_it(marketer: Marketer, page: Page) -> None:
    marketer.open_instagram(page, "quietgrain")
    save_button(page).click()
    expect(save_button(page)).to_contain_text("Saved")
    lists = marketer.open_pages("/lists")
    lists.get_by_role("link", name="First list").first.click()
    expect(lists.locator("body")).to_contain_text("quietgrain")
    lists.close()


def test_a_saved_profile_says_so_when_it_is_opened_again(marketer: Marketer, page: Page) -> None:
    marketer.open_tiktok(page, "marloknits")
    save_button(page).click()
    expect(save_button(page)).to_contain_text("Saved")
    page.reload()
    expect(save_button(page)).to_contain_text("Saved")


def test_saving_can_be_undone(marketer: Marketer, page: Page) -> None:
    marketer.open_instagram(page, "jonas.naht")
    save_button(page).click()
    expect(save_button(page)).to_contain_text("Saved")
    save_button(page).click()
    expect(save_button(page)).to_contain_text("Undo")
    save_button(page).click()
    expect(save_button(page)).to_contain_text("Saved")


def test_a_private_account_is_not_saved(marketer: Marketer, page: Page) -> None:
    marketer.open_instagram(page, "closed.door")
    page.wait_for_timeout(500)
    answer = marketer.tell_extension({"kind": "known", "platform": "instagram", "handles": ["closed.door"]})
    assert not answer["known"].get("closed.door", {}).get("candidate")


def test_a_bookmark_made_while_the_server_is_away_arrives_later(marketer: Marketer, page: Page) -> None:
    marketer.open_instagram(page, "ines.barro")
    expect(badge(page)).to_contain_text("Ceramics")
    marketer.seedlist.stop(signal.SIGKILL)
    save_button(page).click()
    expect(save_button(page)).to_contain_text("aiting")
    marketer.seedlist.start()
    marketer.tell_extension({"kind": "state"})
    known = marketer.tell_extension({"kind": "known", "platform": "instagram", "handles": ["ines.barro"]})["known"]
    assert known["ines.barro"]["candidate"]


def test_with_the_server_off_the_badge_says_what_to_do(marketer: Marketer, page: Page) -> None:
    marketer.seedlist.stop()
    marketer.open_instagram(page, "haru.indigo")
    expect(badge(page)).to_contain_text("not running")
    marketer.seedlist.start()
    page.reload()
    expect(badge(page)).to_contain_text("micro")
