"""Real Chromium with the real extension, a real server in its own process, look-alike platforms."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright

from tests.e2e.launching import launch
from tests.e2e.marketer import Marketer
from tests.e2e.platforms import Platforms, start_platforms
from tests.e2e.running import Running, free_port


@pytest.fixture(scope="session")
def platforms() -> Iterator[Platforms]:
    made = start_platforms()
    yield made
    made.close()


@pytest.fixture(scope="module")
def seedlist(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    made = Running(tmp_path_factory.mktemp("server") / "data", free_port()).start()
    yield made
    made.stop()


@pytest.fixture(scope="session")
def browsers(
    player: Playwright, platforms: Platforms, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[..., BrowserContext]]:
    """Start Chromium with (or without) the extension; every context ends with the session."""
    with ExitStack() as ends:

        def start(**words: Any) -> BrowserContext:
            context = launch(player, tmp_path_factory.mktemp("browser"), platforms, **words)
            ends.callback(context.close)
            return context

        yield start


@pytest.fixture(scope="module")
def marketer(browsers: Callable[..., BrowserContext], seedlist: Running) -> Iterator[Marketer]:
    """Somebody with a paired browser."""
    made = Marketer.in_browser(browsers(), seedlist)
    made.pair()
    yield made
    made.context.close()


@pytest.fixture
def page(marketer: Marketer) -> Iterator[Page]:
    """A tab of the paired browser."""
    tab = marketer.context.new_page()
    yield tab
    tab.close()


@pytest.fixture(scope="session")
def real_page() -> bytes:
    """A real saved TikTok profile, where the project stands beside the folder that holds it."""
    saved = Path(__file__).parents[3] / "shared" / "platforms" / "pages" / "tiktok-profile-2025-12.html"
    if not saved.is_file():
        pytest.skip("the saved real page is not beside this checkout (../shared)")
    return saved.read_bytes()
