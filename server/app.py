"""create_app(): the one place where the parts are wired."""

from datetime import UTC, datetime
from pathlib import Path

from flask import Flask

from server.services.end_lists import end_lists
from server.services.own_lexicon import own_terms
from server.services.ports import Clock
from server.services.rate_book import RateBook
from server.services.reading_room import ReadingRoom, TextReader
from server.services.rooms import Rooms
from server.services.seen_profiles import SeenProfiles
from server.settings import Settings
from server.storage.candidates import Candidates
from server.storage.store import Store
from server.web.access import guard
from server.web.api import APIS
from server.web.current import KEY
from server.web.failures import add_failures
from server.web.headers import dress
from server.web.hourly import hourly
from server.web.pages import PAGES
from server.web.plain_query import with_plain_query


def now() -> datetime:
    """The time in UTC."""
    return datetime.now(UTC)


def load_reader() -> TextReader:
    """The spaCy pipeline; imported here so that the server answers before it is loaded."""
    from nlp.pipeline import build_reader

    return build_reader()


def create_app(
    settings: Settings,
    *,
    store: Store | None = None,
    reading: ReadingRoom | None = None,
    clock: Clock = now,
) -> Flask:
    """A Flask app over a store (opened in the settings' folder unless given) and a reader (loading unless given)."""
    kept = store or Store.open(settings.folder)
    app = Flask(
        "seedlist", root_path=str(Path(__file__).parent / "web"), static_folder="static", template_folder="templates"
    )
    app.config["MAX_CONTENT_LENGTH"] = settings.max_body
    shelf = Candidates(kept)
    app.extensions[KEY] = Rooms(
        store=kept,
        shelf=shelf,
        reading=(reading or ReadingRoom(load_reader).start()).taught_by(lambda: own_terms(kept)),
        seen=SeenProfiles(clock, minutes=settings.seen_minutes),
        rates=RateBook(kept),
        clock=clock,
        settings=settings,
    )
    app.wsgi_app = with_plain_query(app.wsgi_app)  # type: ignore[assignment, method-assign]
    app.before_request(guard)
    app.before_request(hourly(lambda: end_lists(kept, shelf, clock=clock), clock))
    app.after_request(dress)
    add_failures(app)
    for blueprint in (*APIS, *PAGES):
        app.register_blueprint(blueprint)
    return app
