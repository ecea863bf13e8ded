"""What the scripts of the local pages do in a real browser, under the pages' own content policy."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import ConsoleMessage, expect

from tests.e2e.own_pages import OwnPages, own_pages


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OwnPages]:
    with own_pages(tmp_path_factory.mktemp("pages")) as made:
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
    pages.tab.locator("[data-weights] input").first.fill("90")
    expect(share).not_to_have_text(before)
    expect(pages.tab.locator("#preview")).to_contain_text("Tilda Varro")
