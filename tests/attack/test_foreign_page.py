"""DNS rebinding and cross-site forms in real Chromium, by a browser that has opened Seedlist's own pages before."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import BrowserContext, Page, sync_playwright

from tests.attack.target import TREASURES, Target, attacked
from tests.e2e.launching import chromium

EVIL = "attacker.example"
"""A name that belongs to nobody; the browser is told that it is this machine, as a rebound name would be."""
PATHS = ["/", "/lists", "/brands", "/settings", "/api/health", "/api/state", "/api/openapi.json"]
FORM = """([to, type, fields]) => {
    const form = Object.assign(document.createElement("form"), { method: "post", action: to, enctype: type });
    for (const [name, value] of Object.entries(fields)) {
        form.append(Object.assign(document.createElement("textarea"), { name, value }));
    }
    document.body.append(form);
    form.submit();
}"""
FETCH = """async ([to, mode, method]) => {
    try {
        const body = method === "POST" ? "{}" : undefined;
        const answer = await fetch(to, { mode, method, credentials: "include", body });
        return `${answer.type} ${answer.status} ${await answer.text()}`;
    } catch (fault) { return "nothing"; }
}"""


class Foreign(BaseHTTPRequestHandler):
    """Any address of the foreign site is an empty page."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<!DOCTYPE html><body></body>")

    def log_message(self, *_: object) -> None:
        """Quiet."""


@pytest.fixture(scope="module")
def target(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Target]:
    with attacked(tmp_path_factory.mktemp("foreign")) as made:
        yield made


@pytest.fixture(scope="module")
def foreign() -> Iterator[str]:
    """The address of the attacker's own site."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Foreign)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://{EVIL}:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def context(target: Target, tmp_path_factory: pytest.TempPathFactory) -> Iterator[BrowserContext]:
    """A browser with the session's cookie, for which the attacker's name is this machine."""
    rules = f"--host-resolver-rules=MAP {EVIL} 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
    with sync_playwright() as player:
        made = player.chromium.launch_persistent_context(
            tmp_path_factory.mktemp("browser"),
            executable_path=chromium(),
            chromium_sandbox=False,
            args=[rules, "--disable-background-networking", "--no-first-run"],
        )
        made.new_page().goto(target.running.link("/lists"))
        yield made
        made.close()


@pytest.fixture
def page(context: BrowserContext, foreign: str) -> Iterator[Page]:
    """The attacker's page."""
    tab = context.new_page()
    tab.goto(foreign)
    yield tab
    tab.close()


def test_the_browser_itself_is_let_in(context: BrowserContext, target: Target) -> None:
    tab = context.new_page()
    tab.goto(f"{target.running.origin}/lists")
    assert TREASURES[1] in tab.content()
    tab.close()


def test_a_rebound_name_gets_nothing_of_any_page(context: BrowserContext, target: Target) -> None:
    tab = context.new_page()
    for path in PATHS:
        answer = tab.goto(f"http://{EVIL}:{target.running.port}{path}")
        assert answer is not None
        assert answer.status == 421, path
        assert not [word for word in TREASURES if word in tab.content()]
        said = tab.evaluate(FETCH, [path, "same-origin", "GET"])
        assert said.startswith("basic 421"), said
    tab.close()


@pytest.mark.parametrize("type_", ["application/x-www-form-urlencoded", "multipart/form-data", "text/plain"])
@pytest.mark.parametrize("path", ["/lists", "/choose", "/settings/contacts", "/api/candidates", "/api/select"])
def test_a_form_of_another_site_changes_nothing(page: Page, target: Target, path: str, type_: str) -> None:
    before = target.holdings()
    with page.expect_navigation() as gone:
        page.evaluate(FORM, [target.running.origin + path, type_, {"name": "Planted", "brand": "b1", "keep": "yes"}])
    assert gone.value is not None
    assert gone.value.status in (401, 403, 415)
    assert target.holdings() == before


@pytest.mark.parametrize("mode", ["cors", "no-cors"])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_script_of_another_site_reads_and_changes_nothing(page: Page, target: Target, mode: str, method: str) -> None:
    before = target.holdings()
    for path in PATHS:
        said = page.evaluate(FETCH, [target.running.origin + path, mode, method])
        assert said.strip() in ("nothing", "opaque 0"), said
    assert target.holdings() == before
