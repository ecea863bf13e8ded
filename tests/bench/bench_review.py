"""Prints how long the review page takes with 10,000 candidates on a list: on the server, and in a real browser."""

import contextlib
import json
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from http.client import HTTPConnection
from itertools import cycle, islice
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter
from typing import Any

from playwright.sync_api import Page, sync_playwright

from nlp.pipeline import build_reader
from server.domain.candidate import STAGES, candidate_id
from server.scoring.annotate import annotate
from server.scoring.wire import annotation_to_json
from server.services.annotate_profile import profile_text
from server.services.candidate_records import stamp
from server.services.edit_brands import with_proposals
from server.storage.store import Store
from server.wire.profile_out import profile_to_json
from tests.bench.fit.judged_set import NOW, load_brands, load_profiles
from tests.e2e.launching import chromium
from tests.e2e.running import Running, free_port
from tests.factories import a_list

MANY = 10_000
TIMES = 30
VIEWS = {
    "as it opens": "",
    "best fit first": "?sort=-fit",
    "last page": "?page=200",
    "three filters": "?tier=micro&fit=40&load=40&sort=-fit",
    "a niche": "?niche=ceramics&sort=-engagement",
    "a tag and a stage": "?tag=linen&stage=asked",
    "searched": "?q=ceram",
    "saved in 30 days": "?saved=30",
    "nobody matches": "?fit=100&tag=nothing&niche=ceramics",
    "side by side": "/compare?key={key}&key={other}",
    "map": "/map",
    "round": "/round",
    "reading pane": "/{key}?sort=-fit",
}
PAINT = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null"
LOADED = "() => performance.getEntriesByType('navigation')[0].loadEventEnd"


def main(many: int) -> None:
    """Plant, then time every view twice."""
    with tempfile.TemporaryDirectory(prefix="seedlist-bench-") as folder:
        running = Running(Path(folder) / "data", free_port())
        list_id, key, other = plant(running, many)
        running.start()
        try:
            times(running, list_id, {"key": key, "other": other})
        finally:
            running.stop()


def plant(running: Running, many: int) -> tuple[str, str, str]:
    """The judged profiles again and again under new handles; the ids of the list and of its last two."""
    with contextlib.closing(Store.open(running.folder)) as store:
        list_id = a_list(store, "Ten thousand").id
        planted = list(islice(bodies(list_id), many))
        with store.transaction():
            for body in planted:
                store.put("candidates", body["id"], body)
        return list_id, planted[-1]["id"], planted[-2]["id"]


def bodies(list_id: str) -> Iterator[dict[str, Any]]:
    """Candidates without end, each read and scored as when it is saved."""
    profiles, reader = load_profiles(), build_reader()
    brand = with_proposals(load_brands(profiles)[0].brand, read=reader.read)
    readings = {each: reader.read(profile_text(each, brand)) for each in profiles.values()}
    read = [
        (profile_to_json(each), annotation_to_json(annotate(each, reading, brand, now=NOW), scores=True))
        for each, reading in readings.items()
    ]
    whole = json.dumps(read)
    for number, (profile, annotation) in enumerate(cycle(json.loads(whole))):
        handle, at = f"{profile['handle']}{number}", stamp(datetime.now(UTC) - timedelta(minutes=17 * number))
        stage = STAGES[number // 10 % len(STAGES)] if number % 10 == 0 else "spotted"
        yield {
            "id": candidate_id(list_id, profile["platform"], handle), "list_id": list_id, "handle": handle,
            "platform": profile["platform"], "profile": profile | {"handle": handle}, "annotation": annotation,
            "note": f"Note {number}" if number % 3 else "", "tags": [("linen", "wool", "clay")[number % 3]],
            "stage": stage, "saved_at": at, "updated_at": at, "revision": 1,
            "history": [{"at": at, "what": "saved", "value": "Ten thousand"}],
        }  # fmt: skip


def times(running: Running, list_id: str, keys: dict[str, str]) -> None:
    """One line a view: milliseconds of the server (median, 95th percentile), then of the browser."""
    print(f"{'':<20}{'server':>8}{'p95':>8}{'painted':>10}{'loaded':>8}  ms, of {TIMES} and {TIMES // 3} times")
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=chromium(), chromium_sandbox=False)
        tab = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
        tab.goto(running.link())
        cookie = "; ".join(f"{one['name']}={one['value']}" for one in tab.context.cookies())
        for words, query in VIEWS.items():
            path = f"/lists/{list_id}{query.format(**keys)}"
            served, painted = on_server(running.port, path, cookie), in_browser(tab, running.origin + path)
            worst = quantiles(served, n=20)[-1]
            print(f"{words:<20}{median(served):>8.1f}{worst:>8.1f}{painted[0]:>10.0f}{painted[1]:>8.0f}", flush=True)
        browser.close()


def on_server(port: int, path: str, cookie: str) -> list[float]:
    """Milliseconds from asking to the last byte, over one connection; raises AssertionError for a failure."""
    line = HTTPConnection("127.0.0.1", port)
    headers = {"Cookie": cookie, "Sec-Fetch-Site": "same-origin"}

    def ask() -> None:
        line.request("GET", path, headers=headers)
        answer = line.getresponse()
        answer.read()
        assert answer.status == 200, (path, answer.status)

    ask()
    return [timed(ask) for _ in range(TIMES)]


def in_browser(tab: Page, address: str) -> tuple[float, float]:
    """Medians: first contentful paint and the end of loading, in milliseconds from the click."""
    painted, loaded = [], []
    for _ in range(TIMES // 3):
        tab.goto(address)
        tab.wait_for_function("() => performance.getEntriesByName('first-contentful-paint').length > 0")
        painted.append(tab.evaluate(PAINT))
        loaded.append(tab.evaluate(LOADED))
    return median(painted), median(loaded)


def timed(work: Callable[[], None]) -> float:
    """Milliseconds."""
    start = perf_counter()
    work()
    return 1000 * (perf_counter() - start)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else MANY)
