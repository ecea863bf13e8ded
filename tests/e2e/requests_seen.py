"""Every request of a browser in a session, by who made it: from Chromium's events, and from its own network log."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Request

PLATFORMS = ("www.instagram.com", "www.tiktok.com")
OURS = "chrome-extension"
ID = re.compile(r"[0-9a-f]{12}(\.\w+\.[\w.]+)?|[0-9a-f]{16,}")


@dataclass(frozen=True, kw_only=True, order=True)
class Asked:
    """A kind of request.

    `by`: worker, own page (of the extension), local page (of the server) or site. `where`: paired server, own files,
    platform, or a host's name.
    """

    by: str
    method: str
    where: str
    path: str


class Listener:
    """Keeps the kinds of all requests that pages and workers of a browser make."""

    def __init__(self, context: BrowserContext, port: int) -> None:
        self.kinds: set[Asked] = set()
        self._server = f"127.0.0.1:{port}"
        context.on("request", self._note)

    def _note(self, request: Request) -> None:
        self.kinds.add(kind_of(self._asker(request), request.method, request.url, self._server))

    def _asker(self, request: Request) -> str:
        if request.service_worker:
            return "worker"
        page = request.url if request.is_navigation_request() else request.frame.url
        if page.startswith(OURS):
            return "own page"
        return "local page" if urlsplit(page).netloc == self._server else "site"

    def of_the_extension(self) -> list[Asked]:
        """What its worker and its own pages asked, and whatever a site was made to ask elsewhere than at itself.

        Its own files are left out: they are read from the disk.
        """
        sent = (one for one in self.kinds if one.by != "local page" and one.where != "own files")
        return sorted(one for one in sent if one.by != "site" or one.where != "platform")


def kind_of(by: str, method: str, url: str, server: str) -> Asked:
    """A request without the parts that differ from run to run."""
    place = urlsplit(url)
    if place.scheme == OURS:
        return Asked(by=by, method=method, where="own files", path="*")
    where = {server: "paired server"} | dict.fromkeys(PLATFORMS, "platform")
    return Asked(by=by, method=method, where=where.get(place.netloc, place.netloc), path=ID.sub("{id}", place.path))


def hosts_asked_by(origin: str, log: Path) -> set[str]:
    """Hosts that an origin asked, by Chromium's own log of the network (`--log-net-log`), whoever listened or not."""
    return {urlsplit(one["url"]).netloc for one in _starts(log) if one.get("initiator", "").startswith(origin)}


def _starts(log: Path) -> Iterator[dict[str, Any]]:
    """The parameters of every request that was begun; the browser may still be writing the end of the log."""
    head, _, events = log.read_text("utf-8", "replace").partition('"events": [')
    kinds: dict[str, int] = json.loads(head.partition('"logEventTypes":')[2].partition("}")[0] + "}")
    for line in events.splitlines():
        if f'"type":{kinds["URL_REQUEST_START_JOB"]}' in line and '"url"' in line:
            yield json.loads(line.rstrip().rstrip(",").removesuffix("]}"))["params"]


def as_json(kinds: Iterable[Asked]) -> str:
    """One kind a line."""
    return "[\n" + ",\n".join(f"  {json.dumps(asdict(one))}" for one in kinds) + "\n]\n"
