"""Moving about as fast as one can: never one profile's number beside another's name."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.launching import worker_of
from tests.e2e.marketer import INSTAGRAM, TIKTOK, Marketer, badge
from tests.e2e.platforms import Platforms

TEN = (
    "tilda.mends",
    "jonas.naht",
    "claire.fripe",
    "ines.barro",
    "otto.runs.late",
    "lunaglowskin",
    "vastro.insider",
    "quietgrain",
    "the.row.boats",
    "haru.indigo",
)
FIVE = ("marloknits", "vintagewithremy", "dailyderya", "emptyshelf", "nonna.in.cucina")
FIGURES = ".tier, .fit, .engagement, .niches"
WATCH = """(figures) => {
    window.sights = [];
    const look = () => {
        const root = document.querySelector("seedlist-badge")?.shadowRoot;
        const shown = root ? [...root.querySelectorAll(figures)].map((piece) => piece.textContent).join(" ") : "";
        const name = document.querySelector("main header h2, [data-e2e=user-title]")?.textContent ?? "";
        window.sights.push([name, shown]);
        requestAnimationFrame(look);
    };
    look();
}"""
"""Writes down in every frame whose name the page prints and what the badge says beside it."""

SAYS = """([figures, truth]) => {
    const root = document.querySelector("seedlist-badge")?.shadowRoot;
    return root && [...root.querySelectorAll(figures)].map((piece) => piece.textContent).join(" ") === truth;
}"""


def figures(page: Page) -> str:
    """What the badge says, once it is there."""
    expect(badge(page).locator(".tier")).to_be_visible()
    return " ".join(badge(page).locator(FIGURES).all_text_contents())


def whole(page: Page) -> str:
    """What the badge says when it says the same for a while: the posts come after the profile."""
    last, now = "", figures(page)
    while now != last:
        page.wait_for_timeout(400)
        last, now = now, figures(page)
    return now


def settled(page: Page, truth: str) -> None:
    """Waits until the badge says this."""
    page.wait_for_function(SAYS, arg=[FIGURES, truth], timeout=10_000)


@pytest.fixture(scope="module")
def truths(marketer: Marketer) -> dict[str, str]:
    """What the badge says of each on a hard load of its own, once its posts are in."""
    tab = marketer.context.new_page()
    made = {}
    for handle in TEN:
        marketer.open_instagram(tab, handle)
        made[handle] = figures(tab)
    for handle in FIVE:
        marketer.open_tiktok(tab, handle)
        made[handle] = whole(tab)
    tab.close()
    assert len(set(made.values())) >= 8, "profiles that look alike would prove nothing"
    return made


def wrong_sights(page: Page, truths: dict[str, str]) -> list[tuple[str, str]]:
    """Frames in which tier or engagement beside a name were another's; what is not read yet may be missing."""
    seen = {(name, shown) for name, shown in page.evaluate("window.sights") if shown}
    return sorted((name, shown) for name, shown in seen if not set(marks(shown)) <= set(marks(truths[name])))


def marks(shown: str) -> list[str]:
    """The tier and the percentages of what a badge says."""
    return [shown.split(" Fit ")[0], *re.findall(r"[\d.]+%", shown)]


def test_ten_profiles_in_a_hurry(marketer: Marketer, page: Page, truths: dict[str, str]) -> None:
    marketer.open_instagram(page, TEN[0])
    settled(page, truths[TEN[0]])
    page.evaluate(WATCH, FIGURES)
    for pause in (0, 40, 160):
        for handle in TEN:
            page.get_by_role("link", name=handle).first.click()
            page.wait_for_timeout(pause)
    settled(page, truths[TEN[-1]])
    assert len(page.evaluate("window.sights")) > 20
    assert wrong_sights(page, truths) == []


def test_five_profiles_in_a_hurry_on_tiktok_where_the_first_one_stays_in_the_page(
    marketer: Marketer, page: Page, truths: dict[str, str]
) -> None:
    marketer.open_tiktok(page, FIVE[0])
    settled(page, truths[FIVE[0]])
    page.evaluate(WATCH, FIGURES)
    for pause in (0, 60, 200):
        for handle in FIVE:
            page.get_by_role("link", name=handle).first.click()
            page.wait_for_timeout(pause)
    settled(page, truths[FIVE[-1]])
    assert wrong_sights(page, truths) == []


def test_back_and_forward_make_no_request_and_bring_the_right_numbers(
    marketer: Marketer, page: Page, platforms: Platforms, truths: dict[str, str]
) -> None:
    marketer.open_instagram(page, TEN[0])
    for handle in TEN[1:4]:
        page.get_by_role("link", name=handle).first.click()
        settled(page, truths[handle])
    page.evaluate(WATCH, FIGURES)
    platforms.requests.clear()
    for handle in (TEN[2], TEN[1], TEN[0]):
        page.go_back()
        settled(page, truths[handle])
    for _ in range(3):
        page.go_forward()
    settled(page, truths[TEN[3]])
    assert platforms.requests == []
    assert wrong_sights(page, truths) == []


def test_two_tabs_keep_to_their_own(marketer: Marketer, page: Page, truths: dict[str, str]) -> None:
    other = marketer.context.new_page()
    for tab, handle in ((page, TEN[0]), (other, TEN[6])):
        marketer.open_instagram(tab, handle)
    for _ in range(2):
        page.get_by_role("link", name=TEN[1]).first.click()
        other.get_by_role("link", name=TEN[5]).first.click()
        page.get_by_role("link", name=TEN[0]).first.click()
        other.get_by_role("link", name=TEN[6]).first.click()
    settled(page, truths[TEN[0]])
    settled(other, truths[TEN[6]])
    other.close()


def test_what_one_tab_saves_the_other_shows(marketer: Marketer, page: Page) -> None:
    other = marketer.context.new_page()
    for tab in (page, other):
        marketer.open_instagram(tab, TEN[9])
        figures(tab)
    save, mirror = (badge(tab).locator("[data-key=save]") for tab in (page, other))
    save.click()
    expect(mirror).to_have_text("Saved")
    save.click()
    expect(mirror).to_have_text("Save")
    save.click()
    expect(mirror).to_have_text("Saved")
    other.close()


def test_a_modal_over_a_profile_shows_no_number_of_the_profile_beneath(
    marketer: Marketer, page: Page, truths: dict[str, str]
) -> None:
    marketer.open_instagram(page, TEN[0])
    settled(page, truths[TEN[0]])
    page.evaluate("""() => {
        history.pushState({}, "", "/p/DExampleAAB/");
        const modal = document.createElement("div");
        modal.setAttribute("role", "dialog");
        modal.innerHTML = "<article><header><h2><a href='/vastro.insider/'>vastro.insider</a></h2></header></article>";
        document.body.append(modal);
        addEventListener("popstate", () => modal.remove(), { once: true });
    }""")
    expect(page.locator("seedlist-badge")).to_have_count(0)
    page.go_back()
    settled(page, truths[TEN[0]])


def test_a_worker_killed_at_any_moment_is_not_noticed(marketer: Marketer, page: Page, truths: dict[str, str]) -> None:
    marketer.open_instagram(page, TEN[0])
    settled(page, truths[TEN[0]])
    for handle in TEN[1:4]:
        kill_worker(marketer)
        page.get_by_role("link", name=handle).first.click()
        settled(page, truths[handle])
    kill_worker(marketer)
    save = badge(page).locator("[data-key=save]")
    save.click()
    kill_worker(marketer)
    expect(save).to_have_text("Saved")
    page.reload()
    expect(save).to_have_text("Saved")


def kill_worker(marketer: Marketer) -> None:
    """As the browser does when it is idle, but now."""
    session = marketer.context.browser.new_browser_cdp_session() if marketer.context.browser else None
    assert session is not None
    targets = session.send("Target.getTargets")["targetInfos"]
    workers = [one for one in targets if one["type"] == "service_worker" and marketer.extension_id in one["url"]]
    for worker in workers:
        session.send("Target.closeTarget", {"targetId": worker["targetId"]})
    session.detach()


@pytest.fixture
def own_browser(browsers: Callable[..., BrowserContext], marketer: Marketer) -> Iterator[Marketer]:
    """A browser of its own, for what would disturb the others; it keeps pages for going back."""
    made = Marketer.in_browser(browsers(keeps_pages=True), marketer.seedlist)
    made.pair()
    yield made
    made.context.close()


def test_a_page_from_the_back_forward_cache_is_right_at_once(own_browser: Marketer, truths: dict[str, str]) -> None:
    page = own_browser.context.new_page()
    own_browser.open_instagram(page, TEN[0])
    settled(page, truths[TEN[0]])
    page.evaluate("addEventListener('pageshow', (event) => { window.persisted = event.persisted; })")
    page.goto(f"{TIKTOK}/@marloknits")
    expect(badge(page).locator(".tier")).to_be_visible()
    page.evaluate("setTimeout(() => history.back(), 50)")
    page.wait_for_url(f"{INSTAGRAM}/**", wait_until="commit")
    settled(page, truths[TEN[0]])
    assert page.evaluate("window.persisted") is True


def test_an_extension_reloaded_under_an_open_page_says_so(own_browser: Marketer, truths: dict[str, str]) -> None:
    page = own_browser.context.new_page()
    own_browser.open_instagram(page, TEN[0])
    settled(page, truths[TEN[0]])
    worker_of(own_browser.context).evaluate("chrome.runtime.reload()")
    page.wait_for_timeout(500)
    if (save := badge(page).locator("[data-key=save]")).is_visible():
        save.click()
    expect(badge(page)).to_contain_text("Seedlist was updated")
    expect(badge(page).get_by_role("button", name="Reload the page")).to_be_visible()
