"""The same folder in real Firefox: pair, badge on both sites, save, already saved."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.firefox import Firefox, start_firefox
from tests.e2e.platforms import Platforms
from tests.e2e.running import Running


@pytest.fixture(scope="module")
def firefox(platforms: Platforms, seedlist: Running, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    made = start_firefox(Path(tmp_path_factory.mktemp("firefox")), platforms)
    made.tell_extension({"kind": "set", "settings": {"port": seedlist.port}})
    answer = made.tell_extension({"kind": "pair", "code": seedlist.code()})
    assert answer["ok"], answer
    yield made
    made.close()


def test_the_badge_appears_on_both_sites(firefox: Firefox) -> None:
    firefox.goto("https://www.instagram.com/tilda.mends/")
    assert "micro · nano" in firefox.badge_says("micro · nano")
    firefox.goto("https://www.tiktok.com/@marloknits")
    assert "micro · nano" in firefox.badge_says("micro · nano")


def test_a_saved_profile_says_so_when_it_is_opened_again(firefox: Firefox) -> None:
    firefox.goto("https://www.instagram.com/quietgrain/")
    firefox.badge_says("Save")
    firefox.run("document.querySelector('seedlist-badge').shadowRoot.querySelector('[data-key=save]').click()")
    assert "Saved" in firefox.badge_says("Saved")
    firefox.goto("https://www.instagram.com/quietgrain/")
    assert "Saved" in firefox.badge_says("Saved")
