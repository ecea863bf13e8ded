"""Everybody whom a view finds, read in batches."""

from collections.abc import Iterator
from dataclasses import replace

from server.services.ports import Body, CandidatePage, CandidateShelf, CandidateView

BATCH = 500


def everybody(shelf: CandidateShelf, view: CandidateView, *, batch: int = BATCH) -> Iterator[Body]:
    """Every candidate of a view, whatever its page; damaged rows are left out and end nothing early."""
    for found in batches(shelf, view, batch=batch):
        yield from found.rows


def batches(shelf: CandidateShelf, view: CandidateView, *, batch: int = BATCH) -> Iterator[CandidatePage]:
    """The same as pages. A damaged row is set aside when met, so a page may be short before the last one."""
    seen = 0
    while True:
        found = shelf.page(replace(view, offset=seen, limit=batch))
        yield found
        seen += len(found.rows)
        if not found.rows or seen >= found.total:
            return
