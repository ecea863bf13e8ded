"""The house rules that a machine can hold: sizes, names, lists that must not be forgotten."""

import re
import subprocess
from pathlib import Path

import pytest

from server.commands import COMMANDS

ROOT = Path(__file__).parents[1]
CODE = ("*.py", "*.js", "*.css", "*.html", "*.toml")
GENERATED = {"package-lock.json"}
FORBIDDEN_NAMES = {"utils", "helpers", "common", "misc", "core", "base", "manager"}


def tracked(*patterns: str) -> list[Path]:
    """Files that git knows or will know."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", *patterns]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    return [ROOT / name for name in listed if (ROOT / name).is_file()]


def test_no_file_is_longer_than_250_lines() -> None:
    long = {str(path.relative_to(ROOT)): n for path in tracked(*CODE) if (n := _lines(path)) > 250}
    assert not long, f"Split these files by duty: {long}"


def test_most_files_are_under_120_lines() -> None:
    sizes = sorted(_lines(path) for path in tracked("server/*.py", "nlp/*.py", "extension/*.js"))
    assert sizes[int(len(sizes) * 0.9)] <= 130, "The 90th percentile of file lengths grew over 130 lines"


def test_no_module_is_called_utils_or_the_like() -> None:
    bad = [path.name for path in tracked("*.py", "*.js") if path.stem in FORBIDDEN_NAMES]
    assert not bad, f"Name these after what they are: {bad}"


@pytest.mark.parametrize("pattern", ["*.py", "*.js"])
def test_every_module_opens_with_its_duty(pattern: str) -> None:
    opening = re.compile(r'^("""|r"""|//|/\*\*|#!/|/\*)')
    bad = [
        str(p.relative_to(ROOT))
        for p in tracked(pattern)
        if (t := p.read_text("utf-8").strip()) and not opening.match(t)
    ]
    assert not bad, f"Begin these files with one line that says their duty: {bad}"


def test_the_readme_names_every_command() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    missing = [
        command.name
        for command in COMMANDS
        if f"seedlist {command.name}" not in readme and f"`{command.name}`" not in readme
    ]
    assert not missing, f"Add these commands to the README's table: {missing}"


def test_every_command_file_is_listed() -> None:
    listed = (ROOT / "server/commands/__init__.py").read_text("utf-8")
    inner = {"progress"}
    files = {path.stem for path in tracked("server/commands/*.py")} - {"__init__"} - inner
    assert not [name for name in files if name not in listed], "Add the new command to COMMANDS"


def test_the_make_targets_call_modules_that_exist() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    modules = re.findall(r"-m (tests[.\w]*)", makefile)
    missing = [m for m in modules if not any((ROOT / m.replace(".", "/")).with_suffix(s).exists() for s in (".py", ""))]
    assert modules
    assert not missing, f"The Makefile names modules that are not there: {missing}"


def _lines(path: Path) -> int:
    return len(path.read_text("utf-8").splitlines())
