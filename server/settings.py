"""What the server is told from outside, read once: folder, port, limits."""

import os
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

from server.domain.errors import InvalidInput

DEFAULT_PORT = 8017
PROTOCOL = 1
"""Version of the messages between extension and server; a change that older ones cannot read raises it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings:
    """`folder` holds all data; `port` on 127.0.0.1; `max_body` in bytes; a pairing code lives `code_minutes`."""

    folder: Path
    port: int = DEFAULT_PORT
    max_body: int = 512 * 1024
    code_minutes: int = 10
    undo_minutes: int = 10
    seen_minutes: int = 120
    keep_contacts: bool = False

    @property
    def origin(self) -> str:
        """The one address of this server."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def hosts(self) -> tuple[str, ...]:
        """Host headers that are answered, with port."""
        return (f"127.0.0.1:{self.port}", f"localhost:{self.port}")


def read_settings(*, folder: Path | None = None, port: int | None = None) -> Settings:
    """Arguments win over SEEDLIST_FOLDER and SEEDLIST_PORT, those over the defaults; InvalidInput on a bad port."""
    place = folder or Path(os.environ.get("SEEDLIST_FOLDER") or user_data_path("seedlist", appauthor=False))
    asked = port if port is not None else os.environ.get("SEEDLIST_PORT")
    return Settings(folder=place.expanduser(), port=_port(asked))


def _port(given: int | str | None) -> int:
    if given in (None, ""):
        return DEFAULT_PORT
    text = str(given)
    if not text.isdigit() or not 1 <= int(text) <= 65_535:
        raise InvalidInput(f"“{text}” is not a port.", field="port", action="Use a number from 1024 to 65535.")
    return int(text)
