"""Use case: a one-time link opens the local pages in one browser; a cookie keeps them open."""

import hashlib
import secrets
from datetime import timedelta

from server.services.candidate_records import moment, stamp
from server.services.ports import Clock, Store

LINK_MINUTES = 30
SESSION_DAYS = 30


def new_link_key(store: Store, *, clock: Clock) -> str:
    """A key for one opening within half an hour; only its hash is stored."""
    key = secrets.token_urlsafe(24)
    until = clock() + timedelta(minutes=LINK_MINUTES)
    store.put("sessions", _hash(key), {"id": _hash(key), "kind": "link", "until": stamp(until)})
    return key


def open_session(store: Store, key: str, *, clock: Clock) -> str | None:
    """The secret of a new session for a fresh key, which ends; None for a used, old or wrong key."""
    with store.transaction():
        link = store.get("sessions", _hash(key))
        if link is None or link["kind"] != "link" or moment(link["until"]) < clock():
            return None
        store.drop("sessions", _hash(key))
        secret = secrets.token_urlsafe(32)
        until = clock() + timedelta(days=SESSION_DAYS)
        store.put("sessions", _hash(secret), {"id": _hash(secret), "kind": "session", "until": stamp(until)})
    return secret


def is_session(store: Store, secret: str, *, clock: Clock) -> bool:
    """Whether the cookie's secret opens the pages."""
    found = store.get("sessions", _hash(secret))
    return found is not None and found["kind"] == "session" and moment(found["until"]) > clock()


def sweep_sessions(store: Store, *, clock: Clock) -> None:
    """Erase links and sessions whose time is over."""
    now = clock()
    for row in [row for row in store.rows("sessions") if moment(row["until"]) < now]:
        store.drop("sessions", row["id"])


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
