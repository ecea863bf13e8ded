"""Ends a browser or its service worker in the middle of what they do."""

import contextlib
import os
import signal
import time
from pathlib import Path

from playwright.sync_api import Error

from tests.e2e.marketer import Marketer


def kill_browser(profile: Path) -> None:
    """kill -9 to the browser that runs on this profile folder, and wait until it is gone."""
    mine = browser_process(profile)
    os.kill(mine, signal.SIGKILL)
    until = time.monotonic() + 10
    while Path(f"/proc/{mine}/cmdline").exists() and Path(f"/proc/{mine}/cmdline").read_bytes():
        if time.monotonic() > until:
            raise TimeoutError("the browser did not end")
        time.sleep(0.005)


def browser_process(profile: Path) -> int:
    """The browser's own process: the one of its many that has no `--type`."""
    folder = f"--user-data-dir={profile}".encode()
    for entry in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            words = entry.read_bytes()
        except OSError:
            continue
        if folder in words and b"--type=" not in words:
            return int(entry.parent.name)
    raise LookupError(f"no browser runs on {profile}")


def stop_worker(marketer: Marketer) -> None:
    """What the browser does to an idle service worker, done now; waits until it has ended."""
    assert marketer.context.browser
    session = marketer.context.browser.new_browser_cdp_session()

    def workers() -> set[str]:
        """Of our extension."""
        found = [one for one in session.send("Target.getTargets")["targetInfos"] if one["type"] == "service_worker"]
        return {one["targetId"] for one in found if marketer.extension_id in one["url"]}

    (target,) = workers()
    until = time.monotonic() + 10
    while target in workers():
        if time.monotonic() > until:
            raise TimeoutError("the service worker did not end")
        with contextlib.suppress(Error):  # it has ended meanwhile; one that is only just starting is asked again
            session.send("Target.closeTarget", {"targetId": target})
        time.sleep(0.005)
    session.detach()
