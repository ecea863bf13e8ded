"""Use case: bind one extension to this server by a code that the user reads off the first page."""

import hashlib
import secrets
from datetime import timedelta

from server.domain.errors import NotAllowed, NotFound, NotPaired
from server.domain.ids import new_id
from server.services.candidate_records import moment, stamp
from server.services.ports import Body, Clock, Store

_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
_TRIES = 5


def new_code(store: Store, *, clock: Clock, minutes: int) -> str:
    """A code of eight letters, good once and for `minutes`; an earlier open code ends."""
    code = "".join(secrets.choice(_LETTERS) for _ in range(8))
    until = stamp(clock() + timedelta(minutes=minutes))
    store.put("settings", "pairing_code", {"hash": _hash(code), "until": until, "tries": 0})
    return f"{code[:4]}-{code[4:]}"


def pair(store: Store, code: str, origin: str, name: str, *, clock: Clock) -> str:
    """The token of a new pairing bound to `origin`; raises NotAllowed for a wrong, used or expired code.

    Five wrong tries end the code. The token is kept only as a hash and is shown to nobody again.
    """
    with store.transaction():
        pending = store.get("settings", "pairing_code")
        wrong = pending is None or moment(pending["until"]) < clock() or pending["tries"] >= _TRIES
        if pending is not None and not wrong and not secrets.compare_digest(pending["hash"], _hash(_letters(code))):
            store.put("settings", "pairing_code", pending | {"tries": pending["tries"] + 1})
            wrong = True
        if not wrong:
            return _bind(store, origin, name, clock)
    raise NotAllowed(
        "This pairing code is not valid.", field="code", action="Make a new code on the first page and type it again."
    )


def check_token(store: Store, token: str, origin: str | None) -> Body:
    """The pairing of a token; raises NotPaired when unknown, NotAllowed when used from another extension."""
    pairing = next((row for row in store.rows("pairings") if secrets.compare_digest(row["hash"], _hash(token))), None)
    if pairing is None:
        raise NotPaired("This browser is not paired with Seedlist.", action="Pair it on the first page.")
    if origin is not None and origin != pairing["origin"]:
        raise NotAllowed("This token belongs to another extension.", action="Pair this browser on the first page.")
    return pairing


def all_pairings(store: Store) -> tuple[Body, ...]:
    """Every paired browser: id, name, origin, since when; without its token."""
    return tuple({k: row[k] for k in ("id", "name", "origin", "since")} for row in store.rows("pairings"))


def paired_origins(store: Store) -> frozenset[str]:
    """The extension origins that CORS may answer."""
    return frozenset(row["origin"] for row in store.rows("pairings"))


def unpair(store: Store, pairing_id: str) -> None:
    """End a pairing at once; raises NotFound."""
    if store.drop("pairings", pairing_id) is None:
        raise NotFound("This browser is not paired any more.", action="Reload the page.")


def _bind(store: Store, origin: str, name: str, clock: Clock) -> str:
    token = secrets.token_urlsafe(32)
    made = new_id()
    store.drop("settings", "pairing_code")
    body = {"id": made, "name": name[:80], "origin": origin, "since": stamp(clock()), "hash": _hash(token)}
    store.put("pairings", made, body)
    return token


def _letters(code: str) -> str:
    return "".join(letter for letter in code.upper() if letter in _LETTERS)


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
