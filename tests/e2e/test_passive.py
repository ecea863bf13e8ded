"""The platforms get the same requests with and without the extension, and nobody else gets any."""

from collections import Counter
from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page

from tests.e2e.marketer import INSTAGRAM, TIKTOK, Marketer
from tests.e2e.platforms import Platforms


def walk(page: Page) -> None:
    """Both sites, hard loads and in-app navigation."""
    page.goto(f"{INSTAGRAM}/tilda.mends/")
    page.wait_for_timeout(800)
    page.get_by_role("link", name="quietgrain").click()
    page.wait_for_timeout(800)
    page.go_back()
    page.goto(f"{TIKTOK}/@marloknits")
    page.wait_for_timeout(800)
    page.get_by_role("link", name="dailyderya").click()
    page.wait_for_timeout(800)


def test_not_one_request_more(
    marketer: Marketer, page: Page, browsers: Callable[..., BrowserContext], platforms: Platforms
) -> None:
    platforms.requests.clear()
    walk(page)
    with_extension = Counter(platforms.requests)
    plain = browsers(extension=False)
    platforms.requests.clear()
    walk(plain.new_page())
    without = Counter(platforms.requests)
    plain.close()
    assert sum(without.values()) > 8
    assert with_extension == without


def test_the_extension_asks_only_its_own_server(marketer: Marketer, page: Page) -> None:
    asked: list[str] = []
    marketer.context.on("request", lambda request: asked.append(request.url))
    walk(page)
    places = {url.split("/")[2] for url in asked if url.startswith("http")}
    assert places <= {"www.instagram.com", "www.tiktok.com", f"127.0.0.1:{marketer.seedlist.port}"}
