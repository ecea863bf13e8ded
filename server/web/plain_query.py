"""Queries in printable ASCII: bytes that a client should have sent as %XX are read as if it had."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

PLAIN = "".join(map(chr, range(0x21, 0x7F)))
_IS_PLAIN = re.compile(r"[!-~]*")


def with_plain_query(inner: "WSGIApplication") -> "WSGIApplication":
    """`inner`, asked with a query that it can decode (werkzeug raises on raw bytes that are no UTF-8, and on
    line breaks where it sends the query back in a redirect).
    """

    def ask(environ: "WSGIEnvironment", start: "StartResponse") -> Iterable[bytes]:
        query = environ.get("QUERY_STRING", "")
        if not _IS_PLAIN.fullmatch(query):
            environ["QUERY_STRING"] = quote(query.encode("latin-1", "replace"), safe=PLAIN)
        return inner(environ, start)

    return ask
