"""Script payloads in real Chromium: `python -m tests.attack.scripts [--fast]`; ends in one line of counts.

One case is one payload in one field on one surface that shows the field. Exit code 1 when any of them ran.
"""

import argparse
import sys
import tempfile
from collections import Counter
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import BrowserContext, Page, Playwright, sync_playwright
from playwright.sync_api import Error as BrowserFault

from tests.attack.planting import PAYLOADS, PROFILE_FIELDS, STORED_FIELDS, hostile_profile, plant
from tests.attack.target import Target, attacked
from tests.e2e.launching import launch
from tests.e2e.marketer import Marketer, badge
from tests.e2e.platforms import Platforms, start_platforms

MARK = "SEEDLIST-HIT"
SURFACES = ("badge", "panel")
OF_LISTS, OF_BRANDS = ("list name", "brand name"), ("brand name", "brand claim")
PAGES = {
    "/lists": OF_LISTS,
    "/brands": OF_BRANDS,
    "/brands/{brand}": OF_BRANDS,
    "/lists/{list}": STORED_FIELDS,
    "/lists/{list}?look=cards": STORED_FIELDS,
    "/lists/{list}/map": STORED_FIELDS,
    "/lists/{list}/compare?c={key}&c={other}": STORED_FIELDS,
    "/lists/{list}/{key}": STORED_FIELDS,
    "/lists/{list}/{asking}": STORED_FIELDS,
    "/lists/{list}/{key}?said=parted&with={text}": ("undone handle",),
}
"""Review page: the fields whose texts it is given."""


class Watch:
    """Counts what scripts do in a browser: marks on the console, dialogs, and refusals of the content policy."""

    def __init__(self, context: BrowserContext) -> None:
        self.counts = Counter[str]()
        context.on("console", lambda said: self.hear(said.text))
        context.on("dialog", lambda dialog: (self.counts.update(executions=1), dialog.dismiss()))

    def hear(self, text: str) -> None:
        self.counts.update(executions=int(text.strip() == MARK), violations=int("Content Security Policy" in text))


def attack(player: Playwright, target: Target, scratch: Path, payloads: list[str]) -> Counter[str]:
    """Badge and panel on both platforms, then every review page."""
    platforms = start_platforms()
    counts = Counter[str]()
    context = launch(player, scratch / "browser", platforms)
    seen = counted_control(context, payloads)
    watch = Watch(context)
    marketer = Marketer.in_browser(context, target.running)
    marketer.pair()
    counts += on_profiles(marketer, platforms, payloads) + on_pages(marketer, target, payloads)
    counts += watch.counts
    context.close()
    platforms.close()
    return counts + Counter({"ran in the control page": seen})


def counted_control(context: BrowserContext, payloads: list[str]) -> int:
    """How many payloads run in a page that does not defend itself: the watch must see them."""
    watch, page = Watch(context), context.new_page()
    for payload in payloads:
        page.set_content(f"<body>{payload}</body>")
        page.wait_for_timeout(30)
    page.close()
    return watch.counts["executions"]


def on_profiles(marketer: Marketer, platforms: Platforms, payloads: list[str]) -> Counter[str]:
    """Open a hostile account on each platform, look at the badge and open the panel."""
    counts, page = Counter[str](), marketer.context.new_page()
    for number, payload in enumerate(payloads):
        for platform, start in (("instagram", marketer.open_instagram), ("tiktok", marketer.open_tiktok)):
            handle = f"hostile{number}"
            platforms.profiles[platform, handle] = hostile_profile(platform, handle, payload)
            start(page, handle)
            counts += Counter(cases=len(PROFILE_FIELDS) * len(SURFACES), unseen=int(not opened(page)))
    page.close()
    return counts


def opened(page: Page) -> bool:
    """Whether badge and panel were there to be attacked."""
    try:
        badge(page).locator("[data-key=open]").click(timeout=5000)
        page.locator("seedlist-panel .panel").wait_for(timeout=3000)
    except BrowserFault:
        return False
    page.wait_for_timeout(60)
    return True


def on_pages(marketer: Marketer, target: Target, payloads: list[str]) -> Counter[str]:
    """Save each payload in every field, then open every page that shows them."""
    planted = [plant(target, number, payload) for number, payload in enumerate(payloads)]
    counts, page = Counter[str](), marketer.open_pages("/lists")
    for number, (list_id, key) in enumerate(planted):
        keys = {
            "list": list_id,
            "key": quote(key, safe=""),
            "asking": f"{list_id}.instagram.asking.{number}",
            "text": quote(payloads[number], safe=""),
            "other": quote(key.replace(".instagram.", ".tiktok."), safe=""),
        }
        for path, fields in PAGES.items():
            answer = page.goto(target.running.origin + path.format(**keys, brand=f"brand{number}"))
            is_shown = answer is not None and answer.ok
            counts += Counter(cases=len(fields), unseen=int(not is_shown))
            page.wait_for_timeout(20)
    page.close()
    return counts


def failures(counts: Counter[str]) -> int:
    """Scripts that ran, surfaces that could not be attacked, or a watch that sees nothing."""
    return counts["executions"] + counts["unseen"] + int(counts["ran in the control page"] == 0)


def line(counts: Counter[str]) -> str:
    """One line of counts."""
    names = ("cases", "ran in the control page", "violations", "unseen", "executions")
    return "scripts: " + ", ".join(f"{name} {counts[name]}" for name in names)


def main() -> int:
    """Read the arguments, run, print."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("--fast", action="store_true", help="two payloads")
    is_fast = options.parse_args().fast
    with tempfile.TemporaryDirectory() as name, attacked(Path(name)) as target, sync_playwright() as player:
        counts = attack(player, target, Path(name), PAYLOADS["script"][3:5] if is_fast else PAYLOADS["script"])
    sys.stdout.write(line(counts) + "\n")
    return 1 if failures(counts) else 0


if __name__ == "__main__":
    sys.exit(main())
