"""Cross-site forms, scripts, frames and DNS rebinding, tried in real Chromium with a signed-in user: nothing passes."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright

from tests.attack.browser_attacks import (
    REBOUND,
    STRANGER,
    BrowserAttack,
    browser_attacks,
    carry_out,
    hostile_site,
)
from tests.attack.target import TREASURES, Target, attacked
from tests.e2e.launching import chromium

MISDIRECTED = 421


@dataclass
class Scene:
    """A signed-in browser, the hostile page in its front tab, and the server that it is after."""

    target: Target
    context: BrowserContext
    stranger: str
    list_id: str

    @property
    def rebound(self) -> str:
        return f"http://{REBOUND}:{self.target.running.port}"

    def hostile_page(self, sender: str) -> Page:
        """A tab where the attacker's script runs; a rebound page is the refusal that our own port sends it."""
        page = self.context.new_page()
        page.goto(self.stranger if sender == "stranger" else f"{self.rebound}/")
        return page

    def address(self, attack: BrowserAttack) -> str:
        origin = self.target.running.origin if attack.sender == "stranger" else self.rebound
        return origin + self.target.fill(attack.path.replace("%LIST%", self.list_id))


@pytest.fixture(scope="module")
def scene(player: Playwright, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    rules = f"MAP {STRANGER} 127.0.0.1, MAP {REBOUND} 127.0.0.1"
    with attacked(tmp_path_factory.mktemp("browser-attacks")) as target, hostile_site() as port:
        browser = player.chromium.launch(
            executable_path=chromium(), chromium_sandbox=False, args=[f"--host-resolver-rules={rules}"]
        )
        context = browser.new_context()
        page = context.new_page()
        page.goto(f"{target.running.origin}/open?key={target.key()}&to=/lists")
        assert TREASURES[1] in page.content(), "the user is signed in"
        with target.store() as store:
            list_id = str(next(iter(store.rows("lists")))["id"])
        yield Scene(target=target, context=context, stranger=f"http://{STRANGER}:{port}/", list_id=list_id)
        browser.close()


@pytest.mark.parametrize("attack", browser_attacks(), ids=lambda attack: attack.name)
def test_it_reads_nothing_and_changes_nothing(scene: Scene, attack: BrowserAttack) -> None:
    before = scene.target.holdings()
    page = scene.hostile_page(attack.sender)
    _, words = carry_out(attack, page, scene.address(attack))
    assert not [treasure for treasure in (*TREASURES, "seen", "reader") if treasure in words]
    for tab in scene.context.pages[1:]:
        tab.close()
    assert scene.target.holdings() == before


def test_the_same_form_works_from_the_pages_own_site(scene: Scene) -> None:
    """Else the rows above would prove nothing."""
    before = scene.target.holdings()
    page = scene.context.new_page()
    page.goto(f"{scene.target.running.origin}/lists")
    carry_out(browser_attacks()[0], page, f"{scene.target.running.origin}/brands")
    page.wait_for_timeout(300)
    assert scene.target.holdings() != before
    for tab in scene.context.pages[1:]:
        tab.close()


def test_a_rebound_name_is_told_that_it_is_at_the_wrong_place(scene: Scene) -> None:
    page = scene.context.new_page()
    answer = page.goto(f"{scene.rebound}/lists")
    assert answer is not None
    assert answer.status == MISDIRECTED
    page.close()


def test_the_user_is_still_signed_in_afterwards(scene: Scene) -> None:
    page = scene.context.new_page()
    page.goto(f"{scene.target.running.origin}/lists")
    assert TREASURES[1] in page.content()
    page.close()
