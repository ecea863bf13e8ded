"""`python -m tests.bench.bench_page`: a long feed scrolled with and without the extension, in one run, and their ratio.

The same look-alike feed of 500 posts is scrolled twice in real Chromium at the same pace. Every second account was seen
before, so that about half of the handles get a badge. Shares come from the browser's own sampling profiler over the
page's main thread: time in our scripts and in all that they call (forced layout too) over the time of the scroll.
"""

import sys
import tempfile
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, CDPSession, Page, Playwright, sync_playwright

from server.demo.people import demo_brand
from server.wire.profile_out import profile_to_json
from tests.e2e.launching import launch
from tests.e2e.marketer import INSTAGRAM, Marketer
from tests.e2e.platforms import Platforms, start_platforms
from tests.e2e.running import Running, free_port
from tests.e2e.views import FEED_LENGTH, crowd

STEP = 900  # pixels of one turn of the wheel
PAUSE = 170  # milliseconds between two turns: about eight posts a second, faster than anybody reads
SAMPLES = 250  # microseconds between two looks of the profiler
OURS = "chrome-extension://"
SHIFTS = """
  window.shifted = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => { window.shifted += entry.value; }))
    .observe({ type: "layout-shift", buffered: true });
"""


@dataclass(frozen=True, kw_only=True, slots=True)
class Side:
    """One scroll. Times in milliseconds, memory in kilobytes after a full collection; `seen` counts badges drawn."""

    wall: float
    busy: float
    script: float
    layout: float
    ours: float
    longest: float
    shifted: float
    early: float
    late: float
    posts: int
    scrolled: int
    seen: int


def main() -> int:
    """Scroll both sides and print them."""
    platforms = start_platforms()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as player:
        without = plain_side(player, Path(folder) / "plain", platforms)
        seedlist = Running(Path(folder) / "data", free_port()).start()
        try:
            beside = extended_side(player, Path(folder) / "extended", platforms, seedlist)
        finally:
            seedlist.stop()
    platforms.close()
    report(without, beside)
    return 0


def plain_side(player: Playwright, folder: Path, platforms: Platforms) -> Side:
    context = launch(player, folder, platforms, extension=False)
    side = scroll(context)
    context.close()
    return side


def extended_side(player: Playwright, folder: Path, platforms: Platforms, seedlist: Running) -> Side:
    context = launch(player, folder, platforms)
    marketer = Marketer.in_browser(context, seedlist)
    marketer.pair()
    marketer.describe_brand(demo_brand())
    people = platforms.open_people("instagram")
    for number in range(0, 24 * len(people), 2):
        shown = profile_to_json(crowd(people, number))
        answer = marketer.tell_extension({"kind": "annotate", "profile": shown | {"posts": []}})
        assert answer["ok"], answer
    side = scroll(context)
    context.close()
    return side


def scroll(context: BrowserContext) -> Side:
    """From the first post to the last."""
    page = context.new_page()
    page.add_init_script(SHIFTS)
    page.goto(f"{INSTAGRAM}/")
    page.wait_for_selector("[data-drawn]", state="attached")
    page.bring_to_front()
    page.wait_for_timeout(1500)
    tools = context.new_cdp_session(page)
    tools.send("Performance.enable")
    tools.send("Profiler.enable")
    tools.send("Profiler.setSamplingInterval", {"interval": SAMPLES})
    down_to(page, FEED_LENGTH // 5)
    there = page.locator("article").count()
    early, before = heap(tools), metrics(tools)
    tools.send("Profiler.start")
    seen = down_to(page, FEED_LENGTH)
    profile = tools.send("Profiler.stop")["profile"]
    after = metrics(tools)
    page.wait_for_timeout(1000)
    ours, longest = time_of_ours(profile)
    spent = {name: (after[name] - before[name]) * 1000 for name in before}
    return Side(
        wall=(profile["endTime"] - profile["startTime"]) / 1000,
        busy=spent["TaskDuration"],
        script=spent["ScriptDuration"],
        layout=spent["LayoutDuration"] + spent["RecalcStyleDuration"],
        ours=ours,
        longest=longest,
        shifted=page.evaluate("window.shifted"),
        early=early,
        late=heap(tools),
        posts=page.locator("article").count(),
        scrolled=page.locator("article").count() - there,
        seen=seen,
    )


def down_to(page: Page, posts: int) -> int:
    """Scroll until so many posts are there and the last one is near; the most badges seen at one time."""
    most = 0
    page.mouse.move(400, 400)
    while True:
        page.mouse.wheel(0, STEP)
        page.wait_for_timeout(PAUSE)
        there, is_end, marks = page.evaluate(
            """() => [document.querySelectorAll("article").length,
              scrollY + 2 * innerHeight > document.documentElement.scrollHeight,
              document.querySelectorAll("seedlist-mark").length]"""
        )
        most = max(most, marks)
        if there >= posts and (posts < FEED_LENGTH or is_end):
            return most


def metrics(tools: CDPSession) -> dict[str, float]:
    """Seconds that the page's main thread has spent since it began."""
    wanted = ("TaskDuration", "ScriptDuration", "LayoutDuration", "RecalcStyleDuration")
    given = {one["name"]: one["value"] for one in tools.send("Performance.getMetrics")["metrics"]}
    return {name: given[name] for name in wanted}


def heap(tools: CDPSession) -> float:
    """Kilobytes in use by all scripts of the page, ours among them, after a full collection."""
    tools.send("HeapProfiler.collectGarbage")
    return float(tools.send("Runtime.getHeapUsage")["usedSize"]) / 1024


def time_of_ours(profile: dict[str, Any]) -> tuple[float, float]:
    """Milliseconds in our scripts and what they call, and the longest stretch of it without a break."""
    ours = nodes_of_ours(profile["nodes"])
    moments = [profile["startTime"]]
    for step in profile["timeDeltas"]:
        moments.append(moments[-1] + step)
    total = longest = run = 0.0
    for node, (start, end) in zip(profile["samples"], pairwise(moments[1:]), strict=False):
        run = run + (end - start) / 1000 if node in ours else 0.0
        total += (end - start) / 1000 if node in ours else 0.0
        longest = max(longest, run)
    return total, longest


def nodes_of_ours(nodes: list[dict[str, Any]]) -> set[int]:
    """Ids of the profile's nodes that are of our scripts, or called by them."""
    children = {node["id"]: node.get("children", []) for node in nodes}
    open_ids = [node["id"] for node in nodes if node["callFrame"]["url"].startswith(OURS)]
    found: set[int] = set()
    while open_ids:
        one = open_ids.pop()
        if one not in found:
            found.add(one)
            open_ids += children[one]
    return found


def report(without: Side, beside: Side) -> None:
    """Both sides, one line each, and what is aimed at."""
    print(f"{beside.posts} posts scrolled, up to {beside.seen} badges at one time")
    print(f"{'':34}{'without':>12}{'with':>12}{'ratio':>8}")
    rows = [
        ("scroll, s", without.wall / 1000, beside.wall / 1000),
        ("main thread busy, ms", without.busy, beside.busy),
        ("scripts, ms", without.script, beside.script),
        ("style and layout, ms", without.layout, beside.layout),
        ("layout shift", without.shifted, beside.shifted),
        ("heap after 100 posts, KB", without.early, beside.early),
        ("heap after 500 posts, KB", without.late, beside.late),
        ("heap growth, KB", without.late - without.early, beside.late - beside.early),
    ]
    for word, one, other in rows:
        ratio = f"{other / one:8.2f}" if one else f"{'-':>8}"
        print(f"{word:34}{one:12.1f}{other:12.1f}{ratio}")
    share, each = beside.ours / beside.wall, beside.ours / beside.scrolled
    print(f"our scripts: {beside.ours:.0f} ms, {share:.2%} of the main thread (aim: under 1%), {each:.2f} ms a post")
    print(f"longest task of ours: {beside.longest:.1f} ms (aim: under 50 ms)")


if __name__ == "__main__":
    sys.exit(main())
