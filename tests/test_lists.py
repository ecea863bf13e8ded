"""What is added must be listed: each test says which line is missing, and where."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

LISTS = [
    ("server/scoring/parts", "PART = ", "server/scoring/parts/__init__.py", "PARTS"),
    ("nlp/components", "@Language.factory", "nlp/pipeline.py", "COMPONENTS"),
    ("server/web/api", "blueprint = Blueprint", "server/web/api/__init__.py", "APIS"),
    ("server/commands", "def run(", "server/commands/__init__.py", "COMMANDS"),
]
"""Folder, what marks a file that must be listed, the file with the list, the list's name."""


@pytest.mark.parametrize(("folder", "mark", "listing", "name"), LISTS)
def test_every_file_of_a_kind_is_listed(folder: str, mark: str, listing: str, name: str) -> None:
    kind = [p for p in sorted((ROOT / folder).glob("*.py")) if p.name != "__init__.py" and mark in p.read_text("utf-8")]
    listed = (ROOT / listing).read_text("utf-8")
    missing = [path.stem for path in kind if path.stem not in listed]
    assert len(kind) > 4
    assert not missing, f"Add {missing} to {name} in {listing}"


def test_every_page_blueprint_is_listed_or_belongs_to_the_demo() -> None:
    pages = sorted((ROOT / "server/web/pages").glob("*.py"))
    kind = [p.stem for p in pages if "= Blueprint(" in p.read_text("utf-8") and p.stem != "demo"]
    listed = (ROOT / "server/web/pages/__init__.py").read_text("utf-8")
    missing = [name for name in kind if name not in listed]
    assert kind
    assert not missing, f"Add {missing} to PAGES in server/web/pages/__init__.py"


def test_every_platform_is_listed_matched_and_has_saved_pages() -> None:
    platforms = [folder.name for folder in sorted((ROOT / "extension/sites").iterdir()) if folder.is_dir()]
    index = (ROOT / "extension/sites/index.js").read_text("utf-8")
    manifest = (ROOT / "extension/manifest.json").read_text("utf-8")
    assert len(platforms) > 1
    for platform in platforms:
        assert f'"./{platform}/index.js"' in index, f"Add {platform} to SITES in extension/sites/index.js"
        assert f"www.{platform}.com" in manifest, f"Add a match for {platform} to extension/manifest.json"
        assert any((ROOT / "tests/pages" / platform).iterdir()), f"Save pages under tests/pages/{platform}/"


def test_tokens_of_pages_and_extension_are_the_same() -> None:
    pages = (ROOT / "server/web/static/tokens.css").read_text("utf-8")
    extension = (ROOT / "extension/content/tokens.css").read_text("utf-8")
    assert tokens(pages) == tokens(extension), (
        "Change server/web/static/tokens.css and extension/content/tokens.css together"
    )


def tokens(css: str) -> dict[str, list[str]]:
    """Every custom property with its values in order: light first, then dark."""
    found: dict[str, list[str]] = {}
    for line in css.splitlines():
        if line.strip().startswith("--") and ":" in line:
            name, value = line.strip().rstrip(";").split(":", 1)
            found.setdefault(name, []).append(value.strip())
    return found
