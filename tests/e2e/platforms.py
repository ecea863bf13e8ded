"""Look-alike Instagram and TikTok on one local TLS port, with a log of every request."""

import json
import ssl
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import trustme

from server.demo import instagram_page, tiktok_page
from server.demo.lookalike import fragment, lookalike
from server.demo.people import FOLDER, people, profile_of
from server.domain.profile import Profile
from tests.e2e.views import INSTAGRAM_VIEWS, TIKTOK_VIEWS, instagram_answer, shell, tiktok_answer

HOSTS = ("www.instagram.com", "www.tiktok.com")
SHELL = Path(__file__).parent / "shell"
NOW = datetime.now(UTC)


@dataclass
class Platforms:
    """The running look-alikes. `extra` maps (host, path) to a body that is served as it is."""

    port: int
    requests: list[str] = field(default_factory=list)
    extra: dict[tuple[str, str], bytes] = field(default_factory=dict)
    profiles: dict[tuple[str, str], Profile] = field(default_factory=dict)
    close: Callable[[], None] = lambda: None

    def open_people(self, platform: str) -> list[Profile]:
        """Those of a platform whose profiles are public and have posts, in their order."""
        found = [one for (home, _), one in self.profiles.items() if home == platform]
        return [one for one in found if not one.private and one.posts]

    def browser_arguments(self) -> list[str]:
        """Chromium switches that bring both hosts here and no other host anywhere."""
        maps = ", ".join(f"MAP {host} 127.0.0.1:{self.port}" for host in HOSTS)
        return [
            f"--host-resolver-rules={maps}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
            "--ignore-certificate-errors",
            f"--ip-address-space-overrides=127.0.0.1:{self.port}=public",
        ]


class QuietServer(ThreadingHTTPServer):
    """Browsers break off connections as they like: that is no fault of a test."""

    def handle_error(self, *_: object) -> None:
        """Quiet."""


def start_platforms() -> Platforms:
    """Serve until `close`."""
    made = Platforms(port=0)
    for person in people():
        made.profiles[person["platform"], person["handle"]] = profile_of(person, NOW)
    server = QuietServer(("127.0.0.1", 0), _handler(made))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert(*HOSTS).configure_cert(context)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    made.port = server.server_address[1]
    threading.Thread(target=server.serve_forever, daemon=True).start()

    def close() -> None:
        server.shutdown()
        server.server_close()

    made.close = close
    return made


def _handler(platforms: Platforms) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.reply()

        def do_POST(self) -> None:
            self.reply()

        def reply(self) -> None:
            host = (self.headers.get("Host") or "").split(":")[0]
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
            platforms.requests.append(f"{self.command} {host}{self.path}")
            status, kind, answer = answer_to(platforms, host, self.path, body)
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_: object) -> None:
            """Quiet."""

    return Handler


def answer_to(platforms: Platforms, host: str, path: str, body: str) -> tuple[int, str, bytes]:
    """Status, type and body for one request."""
    place = urlsplit(path)
    if (host, place.path) in platforms.extra:
        return 200, "text/html; charset=utf-8", platforms.extra[host, place.path]
    if place.path.startswith("/static/"):
        return _static(place.path.removeprefix("/static/"))
    answer = _instagram(platforms, place.path, body) if "instagram" in host else _tiktok(platforms, path)
    if answer is None:
        return 404, "text/plain", b"not here"
    kind = "application/json" if isinstance(answer, dict) else "text/html; charset=utf-8"
    return 200, kind, (json.dumps(answer) if isinstance(answer, dict) else answer).encode()


def _instagram(platforms: Platforms, path: str, body: str) -> dict | str | None:
    if path == "/graphql/query":
        asked = {name: values[0] for name, values in parse_qs(body).items()}
        view_answer = instagram_answer(platforms.open_people("instagram"), asked)
        if view_answer is not None:
            return view_answer
        profile = platforms.profiles.get(("instagram", asked.get("username", "")))
        posts = "Posts" in asked.get("fb_api_req_friendly_name", "")
        payload = instagram_page.posts_payload if posts else instagram_page.profile_payload
        return payload(profile) if profile else None
    if path in INSTAGRAM_VIEWS:
        return shell("instagram", INSTAGRAM_VIEWS[path])
    is_part = path.startswith("/fragment/")
    handle = path.removeprefix("/fragment").strip("/").split("/")[0]
    return _page(platforms, "instagram", handle, is_part)


def _tiktok(platforms: Platforms, path: str) -> dict | str | None:
    place = urlsplit(path)
    asked = {name: values[0] for name, values in parse_qs(place.query).items()}
    handle = (asked.get("uniqueId") or asked.get("secUid", "").removeprefix("MS4w")).lower()
    if place.path in TIKTOK_VIEWS:
        return shell("tiktok", TIKTOK_VIEWS[place.path])
    view_answer = tiktok_answer(platforms.open_people("tiktok"), place.path)
    if view_answer is not None:
        return view_answer
    if place.path.startswith("/api/"):
        profile = platforms.profiles.get(("tiktok", handle))
        payload = tiktok_page.item_list if "item_list" in place.path else tiktok_page.user_detail
        return payload(profile) if profile else None
    is_part = place.path.startswith("/fragment/")
    handle = place.path.removeprefix("/fragment").strip("/").removeprefix("@").split("/")[0]
    return _page(platforms, "tiktok", handle, is_part)


def _page(platforms: Platforms, platform: str, handle: str, is_part: bool) -> str | None:
    profile = platforms.profiles.get((platform, handle.lower()))
    if profile is None:
        return None
    if is_part:
        return fragment(profile)
    sign = "@" if platform == "tiktok" else ""
    others = [f"/{sign}{name}" + ("" if sign else "/") for home, name in platforms.profiles if home == platform]
    return lookalike(profile, others=others, script=f"/static/{platform}.js")


def _static(name: str) -> tuple[int, str, bytes]:
    kind = "text/css" if name.endswith(".css") else "text/javascript"
    for folder in (SHELL, FOLDER / "static"):
        if "/" not in name and (folder / name).is_file():
            return 200, kind, (folder / name).read_bytes()
    return 404, "text/plain", b""
