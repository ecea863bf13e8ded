"""Brings the rates of profiles looked at to the disk after the answer, not before it."""

import logging
from threading import Lock, Thread

from server.domain.annotation import Annotation
from server.domain.errors import SeedlistError
from server.services.own_distribution import KeyedRate, OwnUsual, keep_rates, own_usual, rate_of, rates_kept
from server.services.ports import Store

log = logging.getLogger(__name__)


class RateBook:
    """Rates are written at once by a thread that ends when none is left; those of one moment in one change.

    A kill can lose the rates that are being written just then, a fault of the disk those that it hit.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = Lock()
        self._waiting: list[KeyedRate] = []
        self._before: dict[str, list[float]] = {}  # while a batch is written: what the store held before it
        self._writer: Thread | None = None

    def note(self, annotation: Annotation) -> None:
        """Keep the rate of a profile that was just looked at, where it is known."""
        found = rate_of(annotation)
        if found is None:
            return
        with self._lock:
            self._waiting.append(found)
            if self._writer is None:
                self._writer = Thread(target=self._write, name="seedlist-rates", daemon=True)
                self._writer.start()

    def usual(self, annotation: Annotation) -> OwnUsual | None:
        """What is usual among the profiles of this one's tier and platform, this one among them."""
        with self._lock:
            return own_usual(self._store, annotation, newest=self._waiting, stored=self._before)

    def finish(self) -> None:
        """Wait until everything noted so far is on the disk."""
        writer = self._writer
        if writer is not None:
            writer.join()

    def _write(self) -> None:
        while batch := self._next():
            try:
                self._remember(batch)
                keep_rates(self._store, batch)
            except SeedlistError as error:
                log.warning("The rates of %s profiles were not kept: %s", len(batch), error.message)
            with self._lock:
                del self._waiting[: len(batch)]
                self._before = {}

    def _next(self) -> tuple[KeyedRate, ...]:
        with self._lock:
            if not self._waiting:
                self._writer = None
            return tuple(self._waiting)

    def _remember(self, batch: tuple[KeyedRate, ...]) -> None:
        """Answers count by what was there before, until the batch is off the waiting list."""
        with self._lock:
            self._before = {key: rates_kept(self._store, key) for key, _ in batch}
