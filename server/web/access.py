"""The one gate: who may ask what. Host, then Origin and Sec-Fetch-Site, then token or session, then type."""

import re
from urllib.parse import urlsplit

from flask import Request, Response, make_response, redirect, request
from flask.typing import ResponseReturnValue

from server.domain.errors import NotAllowed, NotPaired, SeedlistError
from server.services.open_session import is_session
from server.services.pair_extension import check_token, paired_origins
from server.services.rooms import Rooms
from server.settings import PROTOCOL
from server.web.current import rooms
from server.web.plain_query import TOO_LONG

EXTENSION = re.compile(r"(?:chrome-extension|moz-extension)://[a-z0-9-]{16,64}")
OPEN_API = frozenset({"/api/health", "/api/pair"})
"""Asked before there is a token: is the server there, and here is the code."""
OPEN_PAGES = frozenset({"/open", "/favicon.ico"})
"""Seen without a session: the one-time link itself."""
WRITING = frozenset({"POST", "PUT", "PATCH", "DELETE"})


class WrongHost(SeedlistError):
    """The Host header is not this server's; a sign of DNS rebinding."""

    code = "wrong_host"
    status = 421


class TooOld(SeedlistError):
    """Extension and server do not speak the same version."""

    code = "too_old"
    status = 426


class WrongType(SeedlistError):
    """The body is not declared as JSON."""

    code = "wrong_type"
    status = 415


class TooLong(SeedlistError):
    """Path and query together are longer than any of our pages makes them."""

    code = "too_long"
    status = 414


class Locked(NotAllowed):
    """No session in this browser yet."""

    code = "locked"
    status = 401


def guard() -> ResponseReturnValue | None:
    """Runs before every request; raises a SeedlistError for what may not pass."""
    here = rooms()
    check_host(request, here)
    if request.environ.get(TOO_LONG):
        raise TooLong("This address is too long.", action="Choose less at once, or start from the list again.")
    if request.path.startswith("/api/"):
        return guard_api(here)
    guard_page(here)
    return None


def check_host(asked: Request, here: Rooms) -> None:
    """Exactly one of our hosts with port, as sent; empty, doubled or dotted forms are others."""
    if asked.environ.get("HTTP_HOST", "") not in here.settings.hosts:
        raise WrongHost("This address is not Seedlist's.", action=f"Open {here.settings.origin}.")


def guard_api(here: Rooms) -> ResponseReturnValue | None:
    """Extensions only: right origin, paired token, JSON."""
    origin = request.headers.get("Origin")
    check_origin(here, origin)
    if request.method == "OPTIONS":
        return make_response("", 204)
    check_protocol()
    check_type()
    if request.path == "/api/openapi.json" and has_session(here):
        return None
    if request.path not in OPEN_API:
        check_token(here.store, bearer(), origin)
    return None


def check_origin(here: Rooms, origin: str | None) -> None:
    """A named origin must be an extension, and a paired one unless it pairs now; none only from no web page."""
    site = request.headers.get("Sec-Fetch-Site")
    if origin is None:
        if site in ("cross-site", "same-site"):
            raise NotAllowed("Web pages may not ask this.", action="Use the Seedlist extension.")
        return
    if not EXTENSION.fullmatch(origin):
        raise NotAllowed("Only the Seedlist extension may ask this.", action="Use the Seedlist extension.")
    if request.path not in OPEN_API and origin not in paired_origins(here.store):
        raise NotPaired("This browser is not paired with Seedlist.", action="Pair it on the first page.")


def check_protocol() -> None:
    """The messages' version, where the caller names it; raises TooOld."""
    said = request.headers.get("X-Seedlist-Protocol", str(PROTOCOL))
    if said == str(PROTOCOL):
        return
    if said.isdecimal() and int(said) > PROTOCOL:
        raise TooOld("Seedlist is older than its extension.", action="Update Seedlist and start it again.")
    raise TooOld("The extension is older than Seedlist.", action="Update the extension and reload it.")


def check_type() -> None:
    """Bodies are JSON and say so: a form of a foreign page cannot."""
    if request.method in WRITING and request.content_length and request.mimetype != "application/json":
        raise WrongType("The body must be JSON.", action="Send Content-Type: application/json.")


def bearer() -> str:
    """The token of the Authorization header; raises NotPaired without one."""
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise NotPaired("This browser is not paired with Seedlist.", action="Pair it on the first page.")
    return token


def guard_page(here: Rooms) -> None:
    """The user's own browser: a session, and for changes a request that our own page made."""
    if request.path in OPEN_PAGES or request.path.startswith("/static/"):
        return
    if request.method in WRITING:
        check_own_page(here)
    if not has_session(here):
        raise Locked(
            "This browser has not been opened for Seedlist yet.",
            action="Use the link that “seedlist serve” prints, or run “seedlist open”.",
        )


def check_own_page(here: Rooms) -> None:
    """Changes come from our own pages: same-origin by the browser's word, and our own Origin."""
    origin, site = request.headers.get("Origin"), request.headers.get("Sec-Fetch-Site")
    own = {f"http://{host}" for host in here.settings.hosts}
    if (origin is not None and origin not in own) or site not in (None, "same-origin") or (origin or site) is None:
        raise NotAllowed("This change did not come from a Seedlist page.", action="Reload the page and try again.")


def cookie_name(here: Rooms) -> str:
    """Cookies do not tell ports apart, so the name does."""
    return f"seedlist_{here.settings.port}"


def has_session(here: Rooms) -> bool:
    """Whether this browser was opened by a one-time link."""
    secret = request.cookies.get(cookie_name(here), "")
    return bool(secret) and is_session(here.store, secret, clock=here.clock)


def own_path(to: str) -> str:
    """`to` when it is a path of this server, else "/"; never another site, never a second header line."""
    is_clean = to.isprintable() and "\\" not in to
    is_own = is_clean and to.startswith("/") and not to.startswith("//") and not urlsplit(to).netloc
    return to if is_own else "/"


def with_session(here: Rooms, secret: str, to: str) -> Response:
    """A redirect that carries the session cookie; never to another site."""
    answer = make_response(redirect(own_path(to), 303))
    answer.set_cookie(cookie_name(here), secret, httponly=True, samesite="Strict", max_age=30 * 86_400, path="/")
    return answer
