"""`python -m tests.pictures`: the README's pictures, taken from the demo in real Chromium, light and dark."""

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.e2e.launching import chromium
from tests.e2e.running import ROOT, free_port

HERE = Path(__file__).parent


def main() -> int:
    """Take every picture in both themes."""
    with demo() as link, sync_playwright() as player:
        browser = player.chromium.launch(executable_path=chromium(), chromium_sandbox=False)
        page = opened(browser, link, "light")
        take(page, "light")
        state = page.context.storage_state()
        dark = browser.new_context(**look("dark"), storage_state=state).new_page()
        dark.goto(page.url)
        take(dark, "dark")
        browser.close()
    return 0


def take(page: Page, theme: str) -> None:
    """Panel, TikTok badge, list, round, reading pane, brand, first page."""
    origin = re.match(r"https?://[^/]+", page.url)[0]  # type: ignore[index]
    page.goto(f"{origin}/demo/instagram/tilda.mends/")
    page.locator("seedlist-badge [data-key=open]").click()
    page.wait_for_timeout(400)
    shot(page, f"panel-{theme}")
    page.goto(f"{origin}/demo/tiktok/@vintagewithremy")
    page.locator("seedlist-badge .badge").get_by_text("Fit").wait_for()
    shot(page, f"tiktok-{theme}")
    page.goto(f"{origin}/lists")
    page.get_by_role("link", name="Spring seeding").first.click()
    shot(page, f"list-{theme}")
    page.get_by_role("link", name="Round").click()
    shot(page, f"round-{theme}")
    page.go_back()
    page.get_by_role("link", name=re.compile("tilda", re.I)).first.click()
    shot(page, f"reading-{theme}")
    page.goto(f"{origin}/brands")
    shot(page, f"brands-{theme}")
    page.goto(f"{origin}/")
    shot(page, f"first-{theme}")


def shot(page: Page, name: str) -> None:
    """One picture."""
    page.wait_for_timeout(300)
    page.screenshot(path=HERE / f"{name}.png")
    print(f"tests/pictures/{name}.png")


def opened(browser: Browser, link: str, theme: str) -> Page:
    """A tab with the demo's session."""
    page = browser.new_context(**look(theme)).new_page()
    page.goto(link)
    return page


def look(theme: str) -> dict:
    """Window and theme."""
    return {"viewport": {"width": 1280, "height": 800}, "color_scheme": theme, "reduced_motion": "reduce"}


@contextmanager
def demo() -> Iterator[str]:
    """The demo's one-time link while it runs."""
    command = [sys.executable, "-m", "server", "demo", "--no-open", "--port", str(free_port())]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr
        yield next(found[0] for line in process.stderr if (found := re.search(r"http\S+key=\S+", line)))
        process.terminate()


if __name__ == "__main__":
    sys.exit(main())
