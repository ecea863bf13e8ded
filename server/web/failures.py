"""Every refusal becomes an answer that says what to do: JSON for the API, a page for people."""

import logging

from flask import Flask, Response, jsonify, make_response, render_template, request
from werkzeug.exceptions import HTTPException

from server.domain.errors import SeedlistError
from server.web.access import Locked, WrongHost

log = logging.getLogger("seedlist.web")

HTTP_ACTIONS = {
    400: ("bad_request", "Check the request and send it again."),
    404: ("not_found", "Check the address."),
    405: ("wrong_method", "This address takes another method."),
    413: ("too_large", "Send less at once: at most 512 KB."),
    415: ("wrong_type", "Send Content-Type: application/json."),
}


def add_failures(app: Flask) -> None:
    """Register the one table of failures."""
    app.register_error_handler(SeedlistError, _refused)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _unexpected)


def _refused(fault: SeedlistError) -> Response:
    return answer(fault.status, fault.code, fault.message, fault.action, fault.field)


def _http(fault: HTTPException) -> Response:
    status = fault.code or 500
    code, action = HTTP_ACTIONS.get(status, ("error", "Try again."))
    return answer(status, code, f"{fault.name}.", action)


def _unexpected(fault: Exception) -> Response:
    log.error("unexpected fault while answering %s", request.path, exc_info=fault)
    return answer(
        500, "broken", "Something in Seedlist broke; nothing was half-saved.", "Try again; the server's log says more."
    )


def answer(status: int, code: str, message: str, action: str, field: str | None = None) -> Response:
    """The failure in the form that the asker reads."""
    if request.path.startswith(("/api/", "/demo/api/")):
        error = {"code": code, "message": message, "action": action}
        return make_response(jsonify(error=error | ({"field": field} if field else {})), status)
    if code == WrongHost.code:  # no address can be built for a host that is not ours, so no page either
        return Response(f"{message} {action}", status=status, mimetype="text/plain")
    template = "locked.html" if code == Locked.code else "failure.html"
    return make_response(render_template(template, status=status, message=message, action=action), status)
