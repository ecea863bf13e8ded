"""`python -m tests.bench.bench_badge`: from the page's data to the painted badge, in real Chromium, with its parts.

The clock starts when the page's own script has the JSON of a profile in its hands and ends after the frame in which the
badge shows that profile's tier (a double of paint: animation frame and a message after it).
"""

import sys
import tempfile
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, sync_playwright

from server.demo.people import people
from tests.e2e.launching import launch
from tests.e2e.marketer import INSTAGRAM, Marketer
from tests.e2e.platforms import start_platforms
from tests.e2e.running import Running, free_port

ROUNDS = 4
CLOCK = """
window.seedlistClock = (handle) => new Promise((done) => {
  const times = {};
  addEventListener("message", (event) => {
    if (event.data?.seedlist === 1 && event.data.kind === "response" && !times.data) times.data = performance.now();
  });
  const look = () => {
    const host = document.querySelector("seedlist-badge");
    const open = host?.shadowRoot.querySelector("[data-key=open]");
    const saysTier = open && /micro|macro|mega|below|nano/i.test(open.textContent);
    if (times.data && saysTier && !times.drawn) {
      times.drawn = performance.now();
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => done({ ...times, painted: performance.now() });
        channel.port2.postMessage(0);
      });
    } else if (!times.drawn) setTimeout(look, 1);
  };
  document.querySelector(`nav a[href="/${handle}/"]`).click();
  look();
});
"""


def main() -> int:
    """Measure and print the medians."""
    report(moves())
    return 0


def moves() -> list[dict[str, float]]:
    """In-app moves over all public Instagram people, with a server and a browser of their own."""
    platforms = start_platforms()
    handles = [p["handle"] for p in people() if p["platform"] == "instagram" and not p.get("private")]
    rows = []
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as player:
        seedlist = Running(Path(folder) / "data", free_port()).start()
        context = launch(player, Path(folder) / "browser", platforms)
        marketer = Marketer.in_browser(context, seedlist)
        marketer.pair()
        for _ in range(ROUNDS):
            page = context.new_page()
            page.goto(f"{INSTAGRAM}/{handles[0]}/")
            page.wait_for_timeout(800)
            page.evaluate(f"() => {{ {CLOCK} }}")
            rows += [one(page, handle) for handle in handles[1:]]
            page.close()
        context.close()
        seedlist.stop()
    platforms.close()
    return rows


def one(page: Page, handle: str) -> dict[str, float]:
    """One move to another profile; milliseconds from data to drawn and to painted."""
    page.bring_to_front()
    times = page.evaluate("(handle) => seedlistClock(handle)", handle)
    page.wait_for_timeout(150)
    return {"drawn": times["drawn"] - times["data"], "painted": times["painted"] - times["data"]}


def report(rows: list[dict[str, float]]) -> None:
    """Median and 95th percentile of both parts."""
    print(f"{len(rows)} in-app moves, data in the page's hands = 0 ms")
    for part, word in (("drawn", "badge in the page"), ("painted", "badge painted")):
        values = sorted(row[part] for row in rows)
        print(f"{word:20} median {median(values):6.1f} ms   p95 {values[int(len(values) * 0.95)]:6.1f} ms")


if __name__ == "__main__":
    sys.exit(main())
