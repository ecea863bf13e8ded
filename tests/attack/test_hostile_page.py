"""A page that patches its own world and forges messages gets nothing and breaks nothing."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright, expect

from server.demo.lookalike import lookalike
from tests.attack.target import Target, attacked
from tests.e2e.launching import launch, worker_of
from tests.e2e.marketer import INSTAGRAM, Marketer, badge
from tests.e2e.platforms import Platforms, start_platforms

HOSTILE = Path(__file__).with_name("hostile.js")
HANDLE = "tilda.mends"
CALM = "() => window.rounds() > 60"


@pytest.fixture(scope="module")
def target(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Target]:
    with attacked(tmp_path_factory.mktemp("hostile")) as made:
        yield made


@pytest.fixture(scope="module")
def platforms() -> Iterator[Platforms]:
    made = start_platforms()
    profile = made.profiles["instagram", HANDLE]
    page = lookalike(profile).replace("<head>", f"<head><script>{HOSTILE.read_text('utf-8')}</script>", 1)
    made.extra["www.instagram.com", f"/{HANDLE}/"] = page.encode()
    yield made
    made.close()


@pytest.fixture(scope="module")
def marketer(
    player: Playwright, target: Target, platforms: Platforms, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Marketer]:
    context = launch(player, tmp_path_factory.mktemp("browser"), platforms)
    made = Marketer.in_browser(context, target.running)
    made.pair()
    yield made
    context.close()


@pytest.fixture(scope="module")
def page(marketer: Marketer) -> Iterator[Page]:
    tab = marketer.context.new_page()
    tab.faults = []  # type: ignore[attr-defined]
    tab.on("pageerror", lambda fault: tab.faults.append(str(fault)))  # type: ignore[attr-defined]
    tab.goto(f"{INSTAGRAM}/{HANDLE}/")
    tab.wait_for_function(CALM, timeout=20_000)
    yield tab
    tab.close()


def calm(page: Page) -> None:
    """It has given up removing the badge, which is back."""
    page.wait_for_function(CALM, timeout=20_000)
    expect(badge(page)).to_contain_text("Save", timeout=10_000)


def token_of(marketer: Marketer) -> str:
    kept = str(worker_of(marketer.context).evaluate("() => chrome.storage.local.get()"))
    return max(re.findall(r"[\w-]{40,}", kept), key=len)


def test_the_badge_comes_back_with_the_true_numbers(page: Page) -> None:
    expect(badge(page)).to_contain_text("micro", timeout=10_000)
    assert "777" not in badge(page).inner_text()
    assert "mega" not in badge(page).inner_text()


def test_the_page_sees_no_fault_of_ours(page: Page) -> None:
    assert [fault for fault in page.faults if "hostile" not in fault] == []  # type: ignore[attr-defined]


def test_the_token_is_nowhere_in_the_page(page: Page, marketer: Marketer, target: Target) -> None:
    token = token_of(marketer)
    seen = page.evaluate("() => JSON.stringify([window.seen, {...localStorage}, {...sessionStorage}, document.cookie])")
    shadow = page.evaluate("() => document.querySelector('seedlist-badge')?.shadowRoot?.innerHTML ?? ''")
    assert len(token) >= 40
    for place in (seen, shadow, page.content(), page.url, target.log()):
        assert token not in place


def test_the_token_is_in_no_address(marketer: Marketer, page: Page) -> None:
    asked: list[str] = []
    marketer.context.on("request", lambda request: asked.append(request.url))
    page.reload()
    expect(badge(page)).to_contain_text("micro", timeout=10_000)
    assert asked
    assert not [url for url in asked if token_of(marketer) in url]


def test_the_page_cannot_press_our_buttons_for_the_user(page: Page, target: Target) -> None:
    calm(page)
    before = target.holdings()
    for away in (False, True):
        page.evaluate(
            """(away) => {
              const button = document.querySelector("seedlist-badge").shadowRoot.querySelector("[data-key=save]");
              if (away) document.body.append(button);
              button.click();
              button.dispatchEvent(new PointerEvent("click", { bubbles: true, composed: true }));
            }""",
            away,
        )
        page.wait_for_timeout(400)
    assert target.holdings() == before
    page.reload()


def test_the_page_cannot_write_notes_for_the_user(page: Page, target: Target) -> None:
    calm(page)
    panel = page.locator("seedlist-panel")
    badge(page).locator("[data-key=save]").click()
    expect(badge(page).locator("[data-key=save]")).to_have_text("Saved")
    badge(page).locator("[data-key=open]").click()
    panel.locator("[data-key=note]").wait_for()
    page.evaluate(
        """() => {
          const part = (name) => document.querySelector("seedlist-panel").shadowRoot.querySelector(name);
          for (const [name, words] of [["[data-key=note]", "forged by the page"], ["[data-key=stage]", "gifted"]]) {
            const field = part(name);
            field.focus();
            field.value = words;
            for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true }));
            field.blur();
          }
          part("[data-key=close]").click();
        }"""
    )
    page.wait_for_timeout(400)
    with target.store() as store:
        (kept,) = [row for row in store.rows("candidates") if row["handle"] == HANDLE]
    assert (kept.get("note", ""), kept["stage"]) == ("", "spotted")
    expect(panel.locator(".panel")).to_be_visible()
