"""Work that is due now and then while the server is asked: at most once an hour, and never a reason to fail."""

import logging
from collections.abc import Callable
from datetime import timedelta

from server.domain.errors import SeedlistError
from server.services.ports import Clock

log = logging.getLogger(__name__)
PAUSE = timedelta(hours=1)


def hourly(work: Callable[[], object], clock: Clock) -> Callable[[], None]:
    """What to call before each request: it does the work at the first one and at the first of each later hour.

    A fault of the store is logged and the work tried again an hour later. Two requests at the same moment may both do
    it, so it must be harmless when done twice.
    """
    last = [clock() - PAUSE]

    def when_due() -> None:
        now = clock()
        if timedelta(0) <= now - last[0] < PAUSE:
            return
        last[0] = now
        try:
            work()
        except SeedlistError as error:
            log.warning("Left for later: %s", error.message)

    return when_due
