"""Times one checkout's store, pages and annotations over a folder that is filled already, and prints them as JSON.

`python -m tests.bench.large_times FOLDER LIST`. What it changes in the folder are single candidates and settings.
"""

import contextlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

from server.app import create_app, now
from server.services.open_session import new_link_key, open_session
from server.services.pair_extension import new_code, pair
from server.services.ports import CandidateView
from server.services.reading_room import ReadingRoom
from server.settings import Settings
from server.storage.candidates import Candidates
from server.storage.store import Store
from server.wire.profile_out import profile_to_json
from tests.bench.fit.judged_set import load_profiles

Times = dict[str, list[float]]
ORIGIN = "chrome-extension://" + "a" * 32
PORT = 8017
OPENED = """
import contextlib, resource, sys, time
from pathlib import Path
from server.storage.store import Store
began = time.perf_counter()
with contextlib.closing(Store.open(Path(sys.argv[1]))):
    print((time.perf_counter() - began) * 1000, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""
VIEWS = {
    "no filter": CandidateView(),
    "platform": CandidateView(platforms=("instagram",)),
    "tier": CandidateView(tiers=("micro",)),
    "two stages": CandidateView(stages=("asked", "yes")),
    "fit": CandidateView(fit_from=60),
    "load": CandidateView(load_to=0.2),
    "saved since": CandidateView(saved_from="2026-01-01T00:00:00.000Z"),
    "tag of two thirds": CandidateView(tags=("linen",)),
    "niche": CandidateView(niches=("ceramics",)),
    "language": CandidateView(languages=("en",)),
    "text of a third": CandidateView(text="fair"),
    "text, two words": CandidateView(text="met fai"),
    "platform and fit": CandidateView(platforms=("instagram",), fit_from=40),
    "five filters": CandidateView(
        platforms=("instagram",), tiers=("micro",), tags=("linen",), fit_from=20, load_to=0.6
    ),
    "five and text": CandidateView(platforms=("instagram",), tags=("linen",), fit_from=20, load_to=0.6, text="note"),
}  # fmt: skip
SORTS = ("saved_at", "fit", "engagement")
PAGES = {"list page": "", "list page, tag and fit": "?tag=linen&fit=40&sort=-fit", "map": "/map"}


def main(folder: Path, list_id: str) -> None:
    """Time everything once; the first opening may bring an older database up to date and is not counted."""
    Store.open(folder).close()
    found: Times = {"open": opened(folder)}
    with contextlib.closing(Store.open(folder)) as store:
        found |= pages(store, list_id) | writes(store, folder) | over_http(store, folder, list_id)
    sys.stdout.write(json.dumps(found))


def opened(folder: Path) -> list[float]:
    """Milliseconds of opening in a fresh process, and its highest memory in MB, twice: p50 and p99 of one."""
    ran = [subprocess.run([sys.executable, "-c", OPENED, str(folder)], capture_output=True, check=True) for _ in "abc"]
    took = sorted(tuple(float(word) for word in each.stdout.split()) for each in ran)
    return [took[1][0], took[-1][0], took[1][1]]


def timed(work: Callable[[int], object], rounds: int, before: Callable[[int], object] = lambda _: None) -> list[float]:
    """Wall p50 and p99 and processor p50, in milliseconds; `before` each round is not counted."""
    wall, work_only = [], []
    for number in range(rounds):
        before(number)
        began, spent = time.perf_counter(), time.process_time()
        work(number)
        wall.append((time.perf_counter() - began) * 1000)
        work_only.append((time.process_time() - spent) * 1000)
    return [sorted(wall)[rounds // 2], sorted(wall)[int(rounds * 0.99)], sorted(work_only)[rounds // 2]]


def pages(store: Store, list_id: str) -> Times:
    """Pages of 50 of every view in three orders: the very first one, then right after a change, and again."""
    shelf, found, change = Candidates(store), {}, changing(store)
    views = {
        words: [replace(view, list_id=list_id, sort=sort, limit=50) for sort in SORTS] for words, view in VIEWS.items()
    }
    found["first page after opening"] = timed(lambda _: shelf.page(views["five filters"][0]), 1)
    wait_for_memory(store)
    for words, three in views.items():
        found[f"{words}, after a change"] = timed(lambda n, v=three: shelf.page(v[n % 3]), 9, change)
        found[f"{words}, again"] = timed(lambda n, v=three: shelf.page(v[n % 3]), 9)
    return found


def wait_for_memory(store: Store) -> None:
    """Until what is kept in memory is there; an older checkout keeps nothing."""
    memory = getattr(store, "_memory", None)
    if memory is not None:
        memory.overviews.wait()


def changing(store: Store) -> Callable[[int], object]:
    """Gives the oldest candidate another stage and forgets the answers kept."""
    key, body = one_candidate(store)

    def change(number: int) -> None:
        store.put("candidates", key, body | {"stage": ("asked", "yes")[number % 2]})
        store.forget_answers()

    return change


def one_candidate(store: Store) -> tuple[str, dict[str, Any]]:
    """The oldest candidate."""
    body = next(store.rows("candidates"))
    return str(body["id"]), body


def writes(store: Store, folder: Path) -> Times:
    """New candidates, changed stages, and the disk's own fsync of as much beside them."""
    bodies = list(islice(store.rows("candidates"), 200))
    kept = time.time_ns()

    def add(number: int) -> object:
        handle = f"new{kept}x{number}"
        return store.put("candidates", f"{handle}", bodies[number % 200] | {"id": handle, "handle": handle})

    def stage(number: int) -> object:
        body = bodies[number % 200]
        return store.put("candidates", body["id"], body | {"stage": ("asked", "yes")[number % 2], "note": str(kept)})

    with (folder / "disk").open("wb", buffering=0) as out:
        found = {"fsync of 40 KB": timed(lambda _: (out.write(b"x" * 40_000), os.fsync(out.fileno())), 300)}
    found["save a new one"] = timed(add, 300)
    found["change a stage"] = timed(stage, 300)
    with store.transaction():
        for number in range(300):
            store.drop("candidates", f"new{kept}x{number}")
    return found


def over_http(store: Store, folder: Path, list_id: str) -> Times:
    """The list's pages, the map, and annotations of new faces, through the whole app in this process."""
    app = app_of(store, folder)
    client, headers = app.test_client(), {"Host": f"127.0.0.1:{PORT}"}
    secret = open_session(store, new_link_key(store, clock=now), clock=now) or ""
    client.set_cookie(f"seedlist_{PORT}", secret, domain="127.0.0.1")

    def look(path: str) -> object:
        answer = client.get(path, headers=headers, base_url=f"http://127.0.0.1:{PORT}")
        assert answer.status_code == 200, (path, answer.status_code)
        return answer

    found: Times = {}
    change = changing(store)
    for words, query in PAGES.items():
        look(f"/lists/{list_id}{query}")
        found[f"{words}, after a change"] = timed(lambda _, q=query: look(f"/lists/{list_id}{q}"), 5, change)
        found[f"{words}, again"] = timed(lambda _, q=query: look(f"/lists/{list_id}{q}"), 5)
    return found | annotations(store, client, headers)


def app_of(store: Store, folder: Path) -> Any:
    """The app with its reader ready."""
    from nlp.pipeline import build_reader

    reader = build_reader()
    return create_app(Settings(folder=folder, port=PORT), store=store, reading=ReadingRoom(lambda: reader).start())


def annotations(store: Store, client: Any, headers: dict[str, str]) -> Times:
    """New faces, those seen before, and bookmarks."""
    token = pair(store, new_code(store, clock=now, minutes=10), ORIGIN, "bench", clock=now)
    asking = headers | {"Authorization": f"Bearer {token}", "Origin": ORIGIN}
    people, run = [profile_to_json(each) for each in load_profiles().values()], time.time_ns()

    def ask(path: str, number: int, prefix: str) -> object:
        person = people[number % len(people)] | {"handle": f"{prefix}{run % 10**9}x{number}"}
        answer = client.post(path, json=person if "annotate" in path else {"profile": person}, headers=asking)
        assert answer.status_code in (200, 201), answer.json
        return answer

    return {
        "annotate, first look": timed(lambda n: ask("/api/annotate", n, "f"), 200),
        "annotate, again": timed(lambda n: ask("/api/annotate", n % 20, "f"), 100),
        "bookmark over HTTP": timed(lambda n: ask("/api/candidates", n, "b"), 300),
    }


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
