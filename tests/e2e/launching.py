"""Starts Chromium with the extension and the look-alike platforms."""

import shutil
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import BrowserContext, Playwright, Worker

from server.commands.extension import extension_folder
from tests.e2e.platforms import Platforms

NAMES = ("chromium", "chromium-browser", "google-chrome")


def launch(
    player: Playwright,
    profile: Path,
    platforms: Platforms,
    *,
    extension: bool = True,
    dark: bool = False,
    width: int = 1280,
    scale: float = 1,
    folder: Path | None = None,
    keeps_pages: bool = False,
    switches: Sequence[str] = (),
) -> BrowserContext:
    """A browser of its own. `folder`: another extension; `keeps_pages`: going back brings pages as they were."""
    folder = folder or extension_folder()
    load = [f"--disable-extensions-except={folder}", f"--load-extension={folder}"] if extension else []
    return player.chromium.launch_persistent_context(
        profile,
        executable_path=chromium(),
        headless=True,
        chromium_sandbox=False,
        color_scheme="dark" if dark else "light",
        viewport={"width": width, "height": 900},
        device_scale_factor=scale,
        ignore_default_args=["--disable-back-forward-cache"] if keeps_pages else None,
        args=[*load, *platforms.browser_arguments(), "--disable-background-networking", "--no-first-run", *switches],
    )


def chromium() -> str:
    """The browser's program; raises FileNotFoundError when there is none."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None:
        raise FileNotFoundError("Chromium is needed: python -m tests installs it")
    return found


def worker_of(context: BrowserContext) -> Worker:
    """The extension's service worker."""
    return context.service_workers[0] if context.service_workers else context.wait_for_event("serviceworker")
