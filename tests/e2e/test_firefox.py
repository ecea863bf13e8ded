"""The same folder in real Firefox, along the main paths: badge, panel, save, in-app navigation, outbox, keys."""

import json
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.firefox import ALT, ESCAPE, SHIFT, Firefox, start_firefox
from tests.e2e.platforms import Platforms
from tests.e2e.running import Running

INSTAGRAM = "https://www.instagram.com"
MARK_HEIGHT = 18  # pixels of a small badge with its style


@pytest.fixture(scope="module")
def firefox(platforms: Platforms, seedlist: Running, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    made = start_firefox(Path(tmp_path_factory.mktemp("firefox")), platforms)
    made.tell_extension({"kind": "set", "settings": {"port": seedlist.port}})
    answer = made.tell_extension({"kind": "pair", "code": seedlist.code()})
    assert answer["ok"], answer
    yield made
    made.close()


def saved(firefox: Firefox, handle: str) -> bool:
    """Whether the server has a candidate of this handle."""
    answer = firefox.tell_extension({"kind": "known", "platform": "instagram", "handles": [handle]})
    return bool(answer["known"].get(handle, {}).get("candidate"))


def test_the_badge_appears_on_both_sites(firefox: Firefox) -> None:
    firefox.goto(f"{INSTAGRAM}/tilda.mends/")
    assert "micro · nano" in firefox.badge_says("micro · nano")
    firefox.goto("https://www.tiktok.com/@marloknits")
    assert "micro · nano" in firefox.badge_says("micro · nano")


def test_a_saved_profile_is_on_the_server_and_says_so_when_it_is_opened_again(firefox: Firefox) -> None:
    firefox.goto(f"{INSTAGRAM}/quietgrain/")
    firefox.badge_says("Save")
    firefox.click("[data-key=save]")
    assert "Saved" in firefox.badge_says("Saved")
    assert saved(firefox, "quietgrain")
    firefox.goto(f"{INSTAGRAM}/quietgrain/")
    assert "Saved" in firefox.badge_says("Saved")


def test_the_panel_shows_the_words_and_escape_closes_it(firefox: Firefox) -> None:
    firefox.goto(f"{INSTAGRAM}/tilda.mends/")
    firefox.badge_says("micro · nano")
    firefox.click("[data-key=open]")
    firefox.click("[data-key^='chip:']", host="seedlist-panel")
    assert "Niches and culture" in (firefox.panel_says() or "")
    assert firefox.run("document.querySelector('seedlist-panel').shadowRoot.querySelectorAll('mark').length") > 0
    firefox.press(ESCAPE)
    assert firefox.panel_says() is None


def test_keys_work_in_the_page(firefox: Firefox) -> None:
    firefox.goto(f"{INSTAGRAM}/tilda.mends/")
    firefox.badge_says("micro · nano")
    firefox.press(ALT, SHIFT, "L")
    assert "@tilda.mends" in (firefox.panel_says() or "")
    firefox.press(ALT, SHIFT, "L")
    assert firefox.panel_says() is None


MARKS = """() => [...document.querySelectorAll("article, aside .row")].flatMap((part) => {
  const drawn = part.querySelector("seedlist-mark")?.shadowRoot.querySelector(".mark.laid");
  if (!drawn) return [];
  const at = drawn.getBoundingClientRect();
  const name = part.querySelector(".who a.handle").getBoundingClientRect();
  const isBeside = at.left >= name.right && at.top < name.bottom && at.bottom > name.top;
  return [[part.localName, part.querySelector(".who a.handle").textContent, drawn.textContent, at.height, isBeside]];
})"""


def test_small_badges_stand_beside_the_handles_of_a_feed(firefox: Firefox) -> None:
    firefox.goto(f"{INSTAGRAM}/otto.runs.late/")
    firefox.badge_says("micro")
    firefox.goto(f"{INSTAGRAM}/")
    until = time.monotonic() + 15
    while not (marks := json.loads(firefox.run(f"JSON.stringify(({MARKS})())"))) and time.monotonic() < until:
        time.sleep(0.2)
    assert {name for _, name, *_ in marks} >= {"otto.runs.late"}
    assert all(height == MARK_HEIGHT and is_beside for *_, height, is_beside in marks), marks
    assert all("micro" in words for _, name, words, *_ in marks if name == "otto.runs.late")


def test_in_app_navigation_and_back_bring_the_right_numbers_without_a_request(
    firefox: Firefox, platforms: Platforms
) -> None:
    firefox.goto(f"{INSTAGRAM}/tilda.mends/")
    firefox.badge_says("micro · nano")
    firefox.run("document.querySelector('nav a[href=\"/vastro.insider/\"]').click()")
    assert "macro" in firefox.badge_says("macro")
    platforms.requests.clear()
    firefox.run("history.back()")
    assert "micro · nano" in firefox.badge_says("micro · nano")
    firefox.run("history.forward()")
    assert "macro" in firefox.badge_says("macro")
    assert platforms.requests == []


def test_a_bookmark_made_while_the_server_is_away_waits_and_arrives(firefox: Firefox, seedlist: Running) -> None:
    firefox.goto(f"{INSTAGRAM}/ines.barro/")
    firefox.badge_says("Save")
    seedlist.stop(signal.SIGKILL)
    firefox.click("[data-key=save]")
    assert "Waiting" in firefox.badge_says("Waiting")
    assert firefox.tell_extension({"kind": "state"})["state"]["waiting"] == 1
    seedlist.start()
    assert firefox.tell_extension({"kind": "state"})["state"]["waiting"] == 0
    assert saved(firefox, "ines.barro")
