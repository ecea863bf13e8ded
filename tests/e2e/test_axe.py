"""axe finds nothing on any page, light and dark, narrow and wide; a page that is not listed here fails."""

from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import Page, Playwright

from server.app import create_app
from server.settings import Settings
from server.storage.store import Store
from tests.e2e.own_pages import OwnPages, own_pages
from tests.e2e.running import ROOT

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
LOOKS = [(theme, width) for theme in ("light", "dark") for width in (360, 1440)]
PAGES = {
    "/": ("/",),
    "/pairing": ("/pairing",),
    "/settings": ("/settings",),
    "/settings/words": (
        "/settings/words",
        "/settings/words?item=ceramics&words=throws",
        "/settings/words?item=x&words=y",
    ),
    "/brands": ("/brands",),
    "/brands/new": ("/brands/new",),
    "/brands/<brand_id>": ("/brands/fenn",),
    "/brands/<brand_id>/weights": ("/brands/fenn/weights",),
    "/brands/<brand_id>/learning": ("/brands/fenn/learning",),
    "/brands/<brand_id>/loved": ("/brands/fenn/loved",),
    "/lists": ("/lists",),
    "/lists/<list_id>": ("{list}", "{list}?look=cards&fit=10&tier=nano", "{list}?q=nobody", "{empty}", "{ending}"),
    "/lists/<list_id>/sheet": ("{list}/sheet?sort=-fit", "{list}/sheet?team=yes", "{empty}/sheet"),
    "/lists/<list_id>/map": ("{list}/map",),
    "/lists/<list_id>/round": ("{list}/round", "{list}/round?rate=8"),
    "/lists/<list_id>/compare": ("{list}/compare?key={one}&key={two}",),
    "/lists/<list_id>/alike": ("{list}/alike?key={one}",),
    "/lists/<list_id>/import": ("{list}/import",),
    "/lists/<list_id>/<key>": ("{list}/{one}?said=stage", "{list}/{two}", "{ending}/{three}"),
}
"""Each page's route, and addresses that show it in its states."""
NO_PAGES = {
    "/open": "sends on to the page that a one-time link names",
    "/static/<path:filename>": "files",
    "/start/state": "JSON for the first page's script",
    "/lists/<list_id>/export.<kind>": "a file",
}
ALL: dict[str, object] = {}
COLOURS: dict[str, object] = {"runOnly": ["color-contrast"]}
"""Dark is the same page in other colours: only what looks at colours is asked again."""
AUDIT = """(rules) => axe.run(document, rules).then((found) => found.violations.map(
  (one) => one.id + ": " + one.nodes.map((node) => node.target.join(" ")).join(" | ")))"""


@pytest.fixture(scope="module")
def pages(player: Playwright, tmp_path_factory: pytest.TempPathFactory) -> Iterator[OwnPages]:
    with own_pages(player, tmp_path_factory.mktemp("axe")) as made:
        yield made


@pytest.mark.parametrize("path", [path for paths in PAGES.values() for path in paths])
def test_axe_finds_nothing(pages: OwnPages, path: str) -> None:
    tab, address = pages.tab, pages.address
    answer = tab.goto(address(path))
    assert answer
    assert answer.status == 200
    assert faults(tab) == {}


def test_axe_finds_nothing_where_seedlist_lies_deep_in_folders(pages: OwnPages) -> None:
    pages.tab.goto(pages.address("/"))
    pages.tab.locator("#folder").evaluate("(shown) => { shown.textContent = '/a-long-name'.repeat(20) }")
    assert faults(pages.tab) == {}


def test_axe_finds_nothing_while_a_table_is_read_in(pages: OwnPages) -> None:
    tab, address = pages.tab, pages.address
    tab.goto(address("{list}/import"))
    tab.get_by_label("Paste").fill("handle,bio\nsol,throws ceramics\n<b>,x\n")
    for button in ("Look at it first", "Read in 2 lines"):
        tab.get_by_role("button", name=button).click()
        tab.wait_for_load_state()
        assert faults(tab) == {}


@pytest.mark.parametrize("path", ["/lists/none", "{list}/compare?key={one}"])
def test_axe_finds_nothing_on_a_failure(pages: OwnPages, path: str) -> None:
    tab, address = pages.tab, pages.address
    answer = tab.goto(address(path))
    assert answer
    assert answer.status >= 400
    assert faults(tab) == {}


def faults(tab: Page) -> dict[str, list[str]]:
    """What axe says of the page as it is, and with everything that folds open."""
    tab.evaluate(AXE.read_text("utf-8"))
    closed = {f"{theme} {width}": audit(tab, theme, width) for theme, width in LOOKS}
    tab.evaluate("() => document.querySelectorAll('details').forEach((fold) => (fold.open = true))")
    opened = {f"{theme} {width}, open": audit(tab, theme, width) for theme, width in LOOKS[1:3]}
    return {look: found for look, found in {**closed, **opened}.items() if found}


def audit(tab: Page, theme: str, width: int) -> list[str]:
    """What axe says with this theme and width, and whether the page scrolls sideways."""
    tab.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
    tab.set_viewport_size({"width": width, "height": 900})
    found: list[str] = tab.evaluate(AUDIT, COLOURS if theme == "dark" else ALL)
    wide = tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return [*found, *([f"scrolls sideways by {wide} px"] if wide > 0 else [])]


def test_every_page_is_audited(tmp_path_factory: pytest.TempPathFactory) -> None:
    known = {*PAGES, *NO_PAGES}
    routes = {rule.rule for rule in made(tmp_path_factory).url_map.iter_rules() if "GET" in (rule.methods or ())}
    missing = {route for route in routes if not route.startswith("/api/")} - known
    assert missing == set(), "add the page to PAGES in tests/e2e/test_axe.py, with an address that shows it"
    assert known - routes == set(), "these routes are gone: take them out of tests/e2e/test_axe.py"


def made(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    return create_app(Settings(folder=tmp_path_factory.mktemp("routes"), port=8017), store=Store.in_memory())
