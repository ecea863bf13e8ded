"""Two payloads in every field run nowhere in real Chromium; `python -m tests.attack.scripts` tries them all."""

from pathlib import Path

from playwright.sync_api import Playwright

from tests.attack.planting import PAYLOADS
from tests.attack.scripts import attack, failures, line
from tests.attack.target import attacked


def test_scripts_of_a_profile_run_on_no_surface(player: Playwright, tmp_path: Path) -> None:
    with attacked(tmp_path) as target:
        counts = attack(player, target, tmp_path, PAYLOADS["script"][3:5])
    assert counts["cases"] >= 100
    assert failures(counts) == 0, line(counts)
