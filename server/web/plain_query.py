"""Queries that the app can take: in printable ASCII, as a client should have sent them, and of a bounded length."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

PLAIN = "".join(map(chr, range(0x21, 0x7F)))
LONGEST = 65_536
"""Characters of path and query; servers should take 8,000 (RFC 9110, 4.1), our longest pages ask for some hundreds."""
TOO_LONG = "seedlist.address_too_long"
"""Set in the environment of a longer one, for the gate to refuse."""
_IS_PLAIN = re.compile(r"[!-~]*")


def with_plain_query(inner: "WSGIApplication") -> "WSGIApplication":
    """`inner`, asked with a query that it can decode (werkzeug raises on raw bytes that are no UTF-8, and on
    line breaks where it sends the query back in a redirect). A query that is too long is left out and said to be.
    """

    def ask(environ: "WSGIEnvironment", start: "StartResponse") -> Iterable[bytes]:
        query, path = environ.get("QUERY_STRING", ""), environ.get("PATH_INFO", "")
        if len(path) + len(query) > LONGEST:
            query = ""
            environ.update({"QUERY_STRING": query, "PATH_INFO": path[:LONGEST], TOO_LONG: True})
        if not _IS_PLAIN.fullmatch(query):
            environ["QUERY_STRING"] = quote(query.encode("latin-1", "replace"), safe=PLAIN)
        return inner(environ, start)

    return ask
