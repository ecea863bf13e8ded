"""What the scripts of the local pages do in a real browser, under the pages' own content policy."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import ConsoleMessage, Playwright, expect

from tests.e2e.own_pages import OwnPages, own_pages


@pytest.fixture(scope="module")
def pages(player: Playwright, tmp_path_factory: pytest.TempPathFactory) -> Iterator[OwnPages]:
    with own_pages(player, tmp_path_factory.mktemp("pages")) as made:
        yield made


@pytest.fixture(autouse=True)
def complaints(pages: OwnPages) -> Iterator[list[str]]:
    """What the browser complained about: at the end nothing."""
    said: list[str] = []

    def listen(message: ConsoleMessage) -> None:
        if message.type == "error":
            said.append(message.text)

    pages.tab.on("console", listen)
    yield said
    pages.tab.remove_listener("console", listen)
    assert said == []


def test_the_share_of_a_weight_follows_the_number_while_it_is_typed(pages: OwnPages) -> None:
    pages.tab.goto(pages.address("/brands/fenn/weights"))
    share = pages.tab.locator("[data-share]").first
    before = share.inner_text()
    pages.tab.locator("[data-preview] input").first.fill("90")
    expect(share).not_to_have_text(before)
    expect(pages.tab.locator("#preview")).to_contain_text("Tilda Varro")


def test_who_uses_a_word_appears_while_it_is_typed(pages: OwnPages) -> None:
    pages.tab.goto(pages.address("/settings/words"))
    pages.tab.get_by_label("These words show").select_option("diy-crafts")
    pages.tab.wait_for_url("**/settings/words?item=diy-crafts")
    pages.tab.get_by_label("Words, one a line").fill("denim")
    preview = pages.tab.locator("#preview")
    expect(preview).to_contain_text("2 saved people say so, 2 of them not shown as diy & crafts so far")
    expect(preview.locator("mark").first).to_have_text("denim")


def test_the_key_right_after_the_help_is_closed_is_not_lost(pages: OwnPages) -> None:
    pages.tab.goto(pages.address("{list}"))
    expect(pages.tab.get_by_role("button", name="Keys")).to_be_visible()
    focused = pages.tab.evaluate("""() => {
        for (const key of ["?", "Escape", "/"]) {
            document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
        }
        return document.activeElement.id;
    }""")
    assert focused == "q"


def test_a_post_that_names_the_brand_is_taken_in_without_the_mouse(pages: OwnPages) -> None:
    pages.tab.goto(pages.address("{list}/{one}"))
    expect(pages.tab.get_by_role("button", name="Keys")).to_be_visible()
    pages.tab.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)))")
    pages.tab.keyboard.press("t")
    expect(pages.tab.get_by_role("button", name="Add to the ledger")).to_be_focused()
    pages.tab.keyboard.press("Enter")
    expect(pages.tab.get_by_text("The post is in the ledger.")).to_be_visible()
    expect(pages.tab.get_by_role("button", name="Add to the ledger")).to_have_count(0)
