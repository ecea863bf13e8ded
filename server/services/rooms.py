"""What a running server is made of; wired once in `server.app` and handed to every use case."""

from dataclasses import dataclass

from server.services.ports import CandidateShelf, Clock, Store
from server.services.rate_book import RateBook
from server.services.reading_room import ReadingRoom
from server.services.seen_profiles import SeenProfiles
from server.settings import Settings


@dataclass(frozen=True, kw_only=True, slots=True)
class Rooms:
    """Store, shelf, reader, memory of this session, rates on their way to the store, clock and settings."""

    store: Store
    shelf: CandidateShelf
    reading: ReadingRoom
    seen: SeenProfiles
    rates: RateBook
    clock: Clock
    settings: Settings
