"""Small badges keep to themselves: they move nothing, cover nothing, ask little, and obey the settings at once."""

import json
from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.e2e.looking import mark_of, marks_on, pass_on, visit, who_has_looked
from tests.e2e.marketer import INSTAGRAM, TIKTOK, Marketer
from tests.e2e.platforms import Platforms
from tests.e2e.views import INSTAGRAM_VIEWS, TIKTOK_VIEWS

VIEWS = [f"{INSTAGRAM}{path}" for path in INSTAGRAM_VIEWS] + [f"{TIKTOK}{path}" for path in TIKTOK_VIEWS]
SHIFTS = """
    window.shifts = 0;
    new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.shifts += entry.value; })
      .observe({ type: "layout-shift", buffered: true });
"""

BOXES = """() => [...document.querySelectorAll("a, button, a span, time")]
  .map((one) => JSON.stringify(one.getBoundingClientRect()))"""
COVERED = """() => {
  const across = (one, other) => Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const down = (one, other) => Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  const meets = (one, other) => across(one, other) > 1 && down(one, other) > 2;
  const hosts = [...document.querySelectorAll("seedlist-mark")];
  const marks = hosts.map((host) => host.shadowRoot.querySelector(".mark:not(.tiny)")).filter(Boolean);
  const found = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const range = document.createRange();
    range.selectNodeContents(texts.currentNode);
    const veil = document.querySelector(".veil");
    if (veil && !veil.contains(texts.currentNode)) continue;
    for (const box of range.getClientRects()) for (const mark of marks) {
      if (meets(box, mark.getBoundingClientRect())) found.push(texts.currentNode.data);
    }
  }
  return found;
}"""


@pytest.fixture(scope="module")
def working(marketer: Marketer) -> Marketer:
    """Somebody at work."""
    return who_has_looked(marketer)


@pytest.fixture
def settings(working: Marketer) -> Iterator[Callable[..., None]]:
    """Choose settings as the options page does; afterwards all is as before."""

    def choose(**changes: object) -> None:
        assert working.tell_extension({"kind": "set", "settings": changes})["ok"]

    yield choose
    choose(density="full", quiet=None, off=[])


def test_nothing_moves_when_badges_come(working: Marketer, page: Page) -> None:
    page.add_init_script(SHIFTS)
    working.context.route("http://127.0.0.1:*/**", lambda route: late(page, route))
    visit(page, f"{INSTAGRAM}/explore/")
    before = page.evaluate(BOXES)
    expect(mark_of(page, "tilda.mends")).to_contain_text("Fit 94")
    assert page.evaluate(BOXES) == before
    assert page.evaluate("window.shifts") == 0
    working.context.unroute_all()


def late(page: Page, route: Route) -> None:
    """The local server answers after the page has been drawn."""
    page.wait_for_timeout(300)
    route.continue_()


def test_badges_lie_over_nothing_that_the_page_says(working: Marketer, page: Page) -> None:
    for url in (f"{INSTAGRAM}/", f"{TIKTOK}/search?q=men", f"{INSTAGRAM}/tilda.mends/followers/"):
        visit(page, url)
        expect(marks_on(page).first).to_be_visible()
        page.wait_for_timeout(500)
        assert page.evaluate(COVERED) == []


def test_of_badges_far_out_of_sight_only_a_few_stay(working: Marketer, page: Page) -> None:
    glimpse = {"candidate": None, "tier": "micro", "nested": None, "certain": True, "fit": 70, "lists": []}

    def know_all(route: Route) -> None:
        handles = json.loads(route.request.post_data or "{}")["handles"]
        route.fulfill(json={"known": dict.fromkeys(handles, glimpse)})

    working.context.route("**/api/known", know_all)
    visit(page, f"{INSTAGRAM}/")
    expect(marks_on(page).first).to_be_visible()
    page.mouse.move(400, 400)
    counts = []
    for _ in range(45):
        page.mouse.wheel(0, 500)
        page.wait_for_timeout(100)
        counts.append(marks_on(page).count())
    working.context.unroute_all()
    assert 20 < max(counts) <= 70
    assert page.locator("article").count() > 40


def test_density_quiet_mode_and_the_switch_of_a_site_act_on_the_open_page(
    working: Marketer, page: Page, settings: Callable[..., None]
) -> None:
    visit(page, f"{INSTAGRAM}/")
    expect(mark_of(page, "tilda.mends", "aside")).to_have_text("micro · nanoFit 94")
    settings(density="compact")
    expect(mark_of(page, "tilda.mends", "aside")).to_have_text("Mi·Na94")
    settings(density="saved")
    expect(mark_of(page, "tilda.mends", "aside")).to_have_count(0)
    expect(mark_of(page, "claire.fripe", "aside")).to_have_text("microFit 78")
    settings(density="full", quiet=90)
    expect(mark_of(page, "tilda.mends", "aside")).to_have_text("micro · nanoFit 94")
    expect(mark_of(page, "otto.runs.late", "aside")).to_have_count(0)
    settings(off=["instagram"])
    expect(marks_on(page)).to_have_count(0)


def test_the_options_page_has_density_quiet_mode_and_sites(working: Marketer, settings: Callable[..., None]) -> None:
    tab = working.context.new_page()
    tab.goto(f"chrome-extension://{working.extension_id}/options/options.html")
    tab.get_by_label("Compact").check()
    tab.locator("input[name=quiet]").fill("60")
    tab.get_by_label("TikTok").uncheck()
    expect(tab.locator("#said")).to_have_text("Kept.")
    chosen = working.tell_extension({"kind": "settings"})["settings"]
    assert (chosen["density"], chosen["quiet"], chosen["off"]) == ("compact", 60, ["tiktok"])
    tab.close()


def test_handles_are_asked_for_together(working: Marketer, page: Page) -> None:
    asked: list[list[str]] = []
    working.context.route("**/api/known", lambda route: asked.append(pass_on(route)["handles"]))
    visit(page, f"{INSTAGRAM}/explore/")
    expect(mark_of(page, "tilda.mends")).to_contain_text("Fit 94")
    working.context.unroute_all()
    assert len(asked) <= 2
    assert max(len(handles) for handles in asked) >= 4


def test_no_view_makes_one_request_more(
    working: Marketer, page: Page, browsers: Callable[..., BrowserContext], platforms: Platforms
) -> None:
    def walk(tab: Page) -> Counter[str]:
        for url in (VIEWS[0], VIEWS[-1]):
            visit(tab, url)
        platforms.requests.clear()
        for url in VIEWS:
            visit(tab, url)
            tab.wait_for_timeout(120)
        return Counter(platforms.requests)

    with_extension = walk(page)
    plain = browsers(extension=False)
    without = walk(plain.new_page())
    plain.close()
    assert sum(without.values()) > 2 * len(VIEWS)
    assert with_extension == without
