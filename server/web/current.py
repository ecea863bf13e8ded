"""The rooms of the app that answers this request."""

from typing import cast

from flask import current_app

from server.services.rooms import Rooms

KEY = "seedlist"


def rooms() -> Rooms:
    """What `create_app` wired."""
    return cast(Rooms, current_app.extensions[KEY])
