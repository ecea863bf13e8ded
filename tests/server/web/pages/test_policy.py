"""No page carries inline style or script, and page and extension share one table of tokens."""

import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from server.storage.store import Store
from server.web.headers import POLICY
from tests.factories import a_list, put

WEB = Path(__file__).parents[4] / "server" / "web"
TOKENS = Path(__file__).parents[4] / "extension" / "content" / "tokens.css"
INLINE = re.compile(r"<style|\sstyle=|\son\w+=|javascript:|<script(?![^>]*\ssrc=)|srcdoc=", re.IGNORECASE)


@pytest.mark.parametrize("template", sorted((WEB / "templates").rglob("*.html")), ids=lambda path: path.name)
def test_no_template_has_inline_style_or_script(template: Path) -> None:
    found = INLINE.search(template.read_text("utf-8"))
    assert found is None, f"{template.name}: move {found and found[0]} into static/"


@pytest.mark.parametrize("script", sorted((WEB / "static" / "js").glob("*.js")), ids=lambda path: path.name)
def test_no_script_writes_markup_or_style(script: Path) -> None:
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|\.style\b", script.read_text())


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/settings",
        "/brands",
        "/brands/new",
        "/brands/fenn",
        "/brands/fenn/weights",
        "/brands/fenn/learning",
        "/brands/fenn/loved",
        "/lists",
        "{list}",
        "{list}/map",
        "{list}/round",
        "{list}/alike?key={key}",
        "{list}/{key}",
    ],
)
def test_every_page_keeps_the_policy_and_asks_only_this_server(pages: FlaskClient, store: Store, path: str) -> None:
    spring = a_list(store)
    store.put("brands", "fenn", {"id": "fenn", "name": "Harrow Fenn"})
    key = put(store, spring.id)
    answer = pages.get(path.format(list=f"/lists/{spring.id}", key=key))
    assert answer.status_code == 200
    assert answer.headers["Content-Security-Policy"] == POLICY
    assert '<meta name="referrer" content="same-origin">' in answer.text, "forms would name the origin “null”"
    loaded = re.findall(r'<(?:script|link|img)[^>]*(?:src|href)="([^"]+)"', answer.text)
    assert loaded
    assert all(address.startswith("/static/") for address in loaded)


@pytest.mark.parametrize("path", ["/", "/brands", "/lists", "{list}"])
def test_every_loaded_file_is_there(pages: FlaskClient, store: Store, path: str) -> None:
    spring = a_list(store)
    put(store, spring.id)
    shown = pages.get(path.format(list=f"/lists/{spring.id}")).text
    for address in re.findall(r'<(?:script|link)[^>]*(?:src|href)="([^"]+)"', shown):
        with pages.get(address) as answer:
            assert answer.status_code == 200, address


def test_the_extension_has_the_same_tokens() -> None:
    assert TOKENS.read_text("utf-8") == (WEB / "static" / "tokens.css").read_text("utf-8")


def test_sizes_are_the_five_of_the_house() -> None:
    for sheet in (WEB / "static" / "css").glob("*.css"):
        for size in re.findall(r"font(?:-size)?:[^;]*?(\d+)px", sheet.read_text("utf-8")):
            assert size in {"12", "13", "15", "20", "28"}, f"{sheet.name}: {size}px"
