"""The body of a request as a typed struct, and a struct or dict as an answer."""

from typing import TypeVar

import msgspec
from flask import Response, request

from server.wire.decode import decode

T = TypeVar("T")


def body(shape: type[T]) -> T:
    """The request's JSON; raises InvalidInput naming the field."""
    return decode(request.get_data(cache=False) or b"{}", shape)


def reply(answer: object, status: int = 200) -> Response:
    """`answer` as JSON."""
    return Response(msgspec.json.encode(answer), status=status, mimetype="application/json")
