"""Small badges beside the handles of every view: right, of nobody ordinary, and nothing moves."""

import contextlib
import json
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, Route, expect

from server.demo.people import demo_brand
from server.storage.store import Store
from tests.e2e.marketer import INSTAGRAM, TIKTOK, Marketer, badge
from tests.e2e.platforms import Platforms
from tests.e2e.views import INSTAGRAM_VIEWS, ORDINARY, TIKTOK_VIEWS

VIEWS = [f"{INSTAGRAM}{path}" for path in INSTAGRAM_VIEWS] + [f"{TIKTOK}{path}" for path in TIKTOK_VIEWS]
SHIFTS = """
    window.shifts = 0;
    new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.shifts += entry.value; })
      .observe({ type: "layout-shift", buffered: true });
"""

BOXES = """() => [...document.querySelectorAll("a, button, a span, time")]
  .map((one) => JSON.stringify(one.getBoundingClientRect()))"""


@pytest.fixture(scope="module")
def working(marketer: Marketer) -> Marketer:
    """With a brand; tilda.mends and otto.runs.late were looked at, claire.fripe is saved."""
    marketer.describe_brand(demo_brand())
    tab = marketer.context.new_page()
    for handle in ("tilda.mends", "otto.runs.late", "claire.fripe"):
        expect(marketer.open_instagram(tab, handle)).to_contain_text("Fit")
    badge(tab).locator(".save").click()
    expect(badge(tab).locator(".save")).to_contain_text("Saved")
    tab.close()
    return marketer


@pytest.fixture
def settings(working: Marketer) -> Iterator[Callable[..., None]]:
    """Choose settings as the options page does; afterwards all is as before."""

    def choose(**changes: object) -> None:
        assert working.tell_extension({"kind": "set", "settings": changes})["ok"]

    yield choose
    choose(density="full", quiet=None, off=[])


def visit(page: Page, url: str) -> None:
    """Go there and wait until the page's own script has drawn."""
    page.goto(url)
    page.wait_for_selector("[data-drawn]", state="attached")


def mark_of(page: Page, handle: str, within: str = "body") -> Locator:
    """The small badge beside the first showing of a handle in a part of the page."""
    link = f'a[href*="{handle}"]'
    row = f"{within} :is(.row, .line, .video, .comment):has({link}), {within} {link}.row"
    return page.locator(row).locator("seedlist-mark .mark").first


def marks_on(page: Page) -> Locator:
    return page.locator("seedlist-mark .mark.laid")


def test_a_feed_says_tier_and_fit_of_those_seen_before_and_saved_of_the_saved(working: Marketer, page: Page) -> None:
    visit(page, f"{INSTAGRAM}/")
    expect(mark_of(page, "tilda.mends", "article")).to_have_accessible_name(
        "Seedlist: Tier micro · nano. Fit 94 of 100"
    )
    expect(mark_of(page, "claire.fripe", "aside")).to_have_accessible_name(
        "Seedlist: Saved in First list. Tier micro. Fit 79 of 100"
    )
    expect(mark_of(page, "ines.barro", "aside")).to_have_count(0)


def test_a_hover_card_brings_tier_and_fit_to_the_feed(working: Marketer, page: Page) -> None:
    visit(page, f"{INSTAGRAM}/")
    expect(mark_of(page, "jonas.naht", "article")).to_have_count(0)
    page.locator("article .who .handle", has_text="jonas.naht").first.hover()
    expect(mark_of(page, "jonas.naht", "article")).to_contain_text("micro")
    expect(mark_of(page, "jonas.naht", ".card")).to_contain_text("Fit")


def test_a_search_for_accounts_shows_the_exact_tier_of_each(working: Marketer, page: Page) -> None:
    visit(page, f"{TIKTOK}/search/user?q=men")
    expect(mark_of(page, "nonna.in.cucina")).to_contain_text("micro")
    expect(mark_of(page, "marloknits")).to_contain_text("micro · nano")
    expect(marks_on(page)).to_have_count(4)


def test_a_rounded_count_that_leaves_two_tiers_open_says_so(working: Marketer, page: Page) -> None:
    visit(page, f"{TIKTOK}/foryou")
    expect(mark_of(page, "nonna.in.cucina")).to_contain_text("about macro")


@pytest.mark.parametrize("path", [*TIKTOK_VIEWS])
def test_every_tiktok_view_has_badges(working: Marketer, page: Page, path: str) -> None:
    visit(page, f"{TIKTOK}{path}")
    expect(mark_of(page, "marloknits", "main")).to_contain_text("Fit")


@pytest.mark.parametrize("path", ["/", "/explore/", "/explore/search/keyword/", "/explore/locations/21/split/"])
def test_every_instagram_list_has_badges(working: Marketer, page: Page, path: str) -> None:
    visit(page, f"{INSTAGRAM}{path}")
    expect(mark_of(page, "tilda.mends")).to_contain_text("Fit 94")


def test_a_post_page_marks_its_author_and_no_commenter(working: Marketer, page: Page) -> None:
    visit(page, f"{INSTAGRAM}/p/DLOOKALIKE1/")
    expect(mark_of(page, "tilda.mends", "article")).to_contain_text("Fit 94")
    expect(page.locator(".comment seedlist-mark")).to_have_count(0)


def test_a_followers_dialog_marks_the_saved_and_keeps_no_record_of_anybody(working: Marketer, page: Page) -> None:
    annotated: list[str] = []
    working.context.route("**/api/annotate", lambda route: annotated.append(pass_on(route)["handle"]))
    visit(page, f"{INSTAGRAM}/tilda.mends/followers/")
    expect(mark_of(page, "claire.fripe", "[role=dialog]")).to_have_text("Saved")
    expect(page.locator("[role=dialog] seedlist-mark")).to_have_count(1)
    with contextlib.closing(Store.open(working.seedlist.folder)) as store:
        kept = str([list(store.rows(table)) for table in sorted(store.db.tables())])
    known = working.tell_extension({"kind": "known", "platform": "instagram", "handles": list(ORDINARY)})["known"]
    assert known == {}
    assert not any(who in kept for who in ORDINARY)
    working.context.unroute_all()
    assert set(annotated) <= {"tilda.mends"}


def test_a_link_that_becomes_another_account_drops_its_badge_at_once(working: Marketer, page: Page) -> None:
    visit(page, f"{INSTAGRAM}/")
    expect(mark_of(page, "tilda.mends", "aside")).to_contain_text("Fit 94")
    left = page.evaluate(
        """async () => {
          const row = [...document.querySelectorAll("aside .row")].find((one) => one.querySelector("seedlist-mark"));
          const link = row.querySelector('.name a[href="/tilda.mends/"]');
          link.href = "/quietgrain/";
          link.firstElementChild.firstChild.data = "quietgrain";
          await Promise.resolve();
          return row.querySelectorAll("seedlist-mark").length;
        }"""
    )
    assert left == 0
    page.wait_for_timeout(900)
    expect(mark_of(page, "quietgrain", "aside")).to_have_count(0)


def test_a_badge_that_the_page_wipes_comes_back(working: Marketer, page: Page) -> None:
    visit(page, f"{INSTAGRAM}/")
    expect(mark_of(page, "tilda.mends", "aside")).to_contain_text("Fit 94")
    page.evaluate("document.querySelector('aside .name a[href=\"/tilda.mends/\"] span').textContent = 'tilda.mends'")
    expect(mark_of(page, "tilda.mends", "aside")).to_contain_text("Fit 94")


def test_nothing_moves_when_badges_come(working: Marketer, page: Page) -> None:
    page.add_init_script(SHIFTS)
    working.context.route("http://127.0.0.1:*/**", lambda route: late(page, route))
    visit(page, f"{INSTAGRAM}/explore/")
    before = page.evaluate(BOXES)
    expect(mark_of(page, "tilda.mends")).to_contain_text("Fit 94")
    assert page.evaluate(BOXES) == before
    assert page.evaluate("window.shifts") == 0
    working.context.unroute_all()


def pass_on(route: Route) -> dict[str, Any]:
    """What the extension asks its own server."""
    route.continue_()
    asked: dict[str, Any] = json.loads(route.request.post_data or "{}")
    return asked


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


def test_density_quiet_mode_and_the_switch_of_a_site_act_on_the_open_page(
    working: Marketer, page: Page, settings: Callable[..., None]
) -> None:
    visit(page, f"{INSTAGRAM}/")
    expect(mark_of(page, "tilda.mends", "aside")).to_have_text("micro · nanoFit 94")
    settings(density="compact")
    expect(mark_of(page, "tilda.mends", "aside")).to_have_text("Mi·Na94")
    settings(density="saved")
    expect(mark_of(page, "tilda.mends", "aside")).to_have_count(0)
    expect(mark_of(page, "claire.fripe", "aside")).to_have_text("microFit 79")
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
            tab.wait_for_timeout(250)
        return Counter(platforms.requests)

    with_extension = walk(page)
    plain = browsers(extension=False)
    without = walk(plain.new_page())
    plain.close()
    assert sum(without.values()) > 2 * len(VIEWS)
    assert with_extension == without
