"""A copy of the extension with single lines altered, for what cannot be asked of the real one in a test's time."""

import shutil
from pathlib import Path

from server.commands.extension import extension_folder

DOOR = "background/server.js"
SPOKEN = 'const PROTOCOL = "1";'
RETRIES = "background/retries.js"
STEPS = "export const STEPS = [1, 2, 5, 10];"
PATIENCE = "const PATIENCE = 20_000;"


def altered_extension(folder: Path, file: str, lines: dict[str, str]) -> Path:
    """A copy in `folder` with each of the lines replaced; each must stand exactly once in `file`."""
    made = shutil.copytree(extension_folder(), folder / "extension")
    text = (made / file).read_text("utf-8")
    for line, other in lines.items():
        assert text.count(line) == 1, f"{file} does not say {line!r} any more: change tests/e2e/altered.py with it"
        text = text.replace(line, other)
    (made / file).write_text(text, "utf-8")
    return made
