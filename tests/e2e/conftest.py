"""Real Chromium with the real extension, a real server in its own process, look-alike platforms."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Worker, sync_playwright

from server.commands.extension import extension_folder
from tests.e2e.marketer import Marketer
from tests.e2e.platforms import Platforms, start_platforms
from tests.e2e.running import Running, free_port

CHROMIUM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None
)


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
def launch(platforms: Platforms, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., BrowserContext]]:
    """Start Chromium with (or without) the extension; every context ends with the session."""
    assert CHROMIUM, "Chromium is needed: python -m tests installs it"
    with ExitStack() as ends:
        player = ends.enter_context(sync_playwright())

        def start(*, extension: bool = True, dark: bool = False, width: int = 1280) -> BrowserContext:
            folder = extension_folder()
            load = [f"--disable-extensions-except={folder}", f"--load-extension={folder}"] if extension else []
            context = player.chromium.launch_persistent_context(
                tmp_path_factory.mktemp("browser"),
                executable_path=CHROMIUM,
                headless=True,
                chromium_sandbox=False,
                color_scheme="dark" if dark else "light",
                viewport={"width": width, "height": 900},
                args=[*load, *platforms.browser_arguments(), "--disable-background-networking", "--no-first-run"],
            )
            ends.callback(context.close)
            return context

        yield start


def worker_of(context: BrowserContext) -> Worker:
    """The extension's service worker."""
    return context.service_workers[0] if context.service_workers else context.wait_for_event("serviceworker")


@pytest.fixture(scope="module")
def marketer(launch: Callable[..., BrowserContext], seedlist: Running) -> Iterator[Marketer]:
    """Somebody with a paired browser."""
    context = launch()
    made = Marketer(context, worker_of(context).url.split("/")[2], seedlist)
    made.pair()
    yield made
    context.close()


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
