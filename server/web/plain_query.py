"""Queries in plain ASCII: bytes that a client should have sent as %XX are read as if it had."""

from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

ASCII = "".join(map(chr, range(128)))


def with_plain_query(inner: "WSGIApplication") -> "WSGIApplication":
    """`inner`, asked with a query that it can decode (werkzeug raises on raw bytes that are no UTF-8)."""

    def ask(environ: "WSGIEnvironment", start: "StartResponse") -> Iterable[bytes]:
        query = environ.get("QUERY_STRING", "")
        if not query.isascii():
            environ["QUERY_STRING"] = quote(query.encode("latin-1", "replace"), safe=ASCII)
        return inner(environ, start)

    return ask
