"""Loads the reader beside the start of the server, so that health answers before it is ready."""

import logging
from collections.abc import Callable, Iterable
from threading import Thread
from typing import Literal, Protocol

from nlp.reading import ProfileText, Reading
from server.domain.errors import NotReady
from server.scoring.own_terms import OwnTerms, with_own_terms

State = Literal["starting", "ready", "failed"]
log = logging.getLogger("seedlist.reading")


class TextReader(Protocol):
    """Anything that reads a profile's words."""

    version: str

    def read(self, profile: ProfileText) -> Reading:
        """The reading of one profile; thread-safe."""


class ReadingRoom:
    """Holds the reader once it is there. `build` runs in a thread; until it ends, `read` waits up to `patience` s."""

    def __init__(self, build: Callable[[], TextReader], *, patience: float = 8.0) -> None:
        self._build = build
        self._patience = patience
        self._reader: TextReader | None = None
        self._fault: Exception | None = None
        self._taught: Callable[[], Iterable[OwnTerms]] = tuple
        self._thread = Thread(target=self._load, name="seedlist-reader", daemon=True)

    def start(self) -> "ReadingRoom":
        """Begin loading; returns itself."""
        self._thread.start()
        return self

    def taught_by(self, taught: Callable[[], Iterable[OwnTerms]]) -> "ReadingRoom":
        """Add what the user taught, asked for at each reading; returns itself."""
        self._taught = taught
        return self

    @property
    def state(self) -> State:
        """Where the reader is."""
        if self._reader:
            return "ready"
        return "failed" if self._fault else "starting"

    @property
    def version(self) -> str | None:
        """Version of the reader, None until it is ready."""
        return self._reader.version if self._reader else None

    def read(self, profile: ProfileText) -> Reading:
        """The reading of `profile`; raises NotReady while loading takes longer than the patience, or failed."""
        if not self._reader:
            self._thread.join(self._patience)
        if self._reader:
            return with_own_terms(self._reader.read(profile), profile, self._taught())
        if self._fault:
            raise NotReady(f"The reader did not start: {self._fault}.", action="Run “seedlist doctor” and start again.")
        raise NotReady("The reader is still starting.", action="Try again in a moment.")

    def _load(self) -> None:
        try:
            self._reader = self._build()
        except Exception as fault:
            log.exception("the reader did not start")
            self._fault = fault
