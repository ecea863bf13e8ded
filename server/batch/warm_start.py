"""Imported once by the process that workers are forked from: the reader is loaded once and its memory is shared."""

import contextlib

from server.batch.chunk_work import loaded_reader
from server.domain.errors import SeedlistError

with contextlib.suppress(SeedlistError):  # a wrong data file is told by the worker that needs it
    loaded_reader()
