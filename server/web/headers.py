"""What every answer carries: the content policy of the pages, and CORS for exactly the paired extensions."""

from flask import Response, current_app, request
from flask_cors.core import get_cors_options, set_cors_headers

from server.services.pair_extension import paired_origins
from server.settings import PROTOCOL
from server.web.access import EXTENSION, OPEN_API
from server.web.current import rooms

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
    )
)
FIXED = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}
CORS = {
    "methods": ["GET", "POST", "PATCH", "DELETE"],
    "allow_headers": ["Authorization", "Content-Type", "X-Seedlist-Protocol"],
    "expose_headers": ["X-Seedlist-Protocol"],
    "max_age": 600,
    "allow_private_network": True,
}


def dress(answer: Response) -> Response:
    """Add the fixed headers, and CORS where the asking extension may read the answer."""
    answer.headers.update(FIXED)
    if not request.path.startswith("/static/"):
        answer.headers["Cache-Control"] = "no-store"
    if request.path.startswith("/api/"):
        answer.headers["X-Seedlist-Protocol"] = str(PROTOCOL)
    origin = request.headers.get("Origin", "")
    if request.path.startswith("/api/") and may_read(origin):
        set_cors_headers(answer, get_cors_options(current_app, CORS, {"origins": [origin]}))
        answer.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return answer


def may_read(origin: str) -> bool:
    """Paired extensions, and any extension for the two open questions of pairing."""
    if not EXTENSION.fullmatch(origin):
        return False
    return request.path in OPEN_API or origin in paired_origins(rooms().store)
