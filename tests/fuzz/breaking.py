"""Ways to break a request, one function each; BREAKS lists them. All chance comes from the Random that is passed in."""

import json
from collections.abc import Callable
from dataclasses import replace
from random import Random
from typing import Any

from tests.fuzz.awkward import HEADERS, METHODS, PLAIN, TEXTS, TYPES
from tests.fuzz.valid import Request


def method(request: Request, chance: Random) -> Request:
    """Another method."""
    return replace(request, method=chance.choice(METHODS))


def part_of_path(request: Request, chance: Random) -> Request:
    """A part of the path or one value of the query is another text."""
    marks = [at for at, letter in enumerate(request.path) if letter in b"/=&?"]
    start = chance.choice(marks) + 1
    end = min((at for at in marks if at >= start), default=len(request.path))
    return replace(request, path=request.path[:start] + text(chance) + request.path[end:])


def bytes_of_path(request: Request, chance: Random) -> Request:
    """Some bytes of the path are others."""
    return replace(request, path=b"/" + scrambled(request.path[1:], chance))


def longer_query(request: Request, chance: Random) -> Request:
    """The query says more, often the same again."""
    name = chance.choice((b"q", b"key", b"c", b"page", b"sort", b"since", b"fit", b"said", b"undo", text(chance)))
    more = b"&".join(name + b"=" + text(chance) for _ in range(chance.choice((1, 2, 30, 300))))
    return replace(request, path=request.path + (b"&" if b"?" in request.path else b"?") + more)


def header(request: Request, chance: Random) -> Request:
    """A header is left out or says something else."""
    name = chance.choice((*request.headers, *HEADERS))
    rest = {key: value for key, value in request.headers.items() if key != name}
    return replace(request, headers=rest if chance.random() < 0.3 else rest | {name: text(chance).decode("latin-1")})


def body_type(request: Request, chance: Random) -> Request:
    """The body calls itself something else."""
    return replace(request, headers={**request.headers, "Content-Type": chance.choice(TYPES)})


def bytes_of_body(request: Request, chance: Random) -> Request:
    """Some bytes of the body are others, or it is cut."""
    return replace(request, body=scrambled(request.body, chance))


def value_of_body(request: Request, chance: Random) -> Request:
    """One value anywhere in the JSON, or one field of the form, is something else."""
    if request.body[:1] != b"{":
        return field_of_form(request, chance)
    try:
        whole = json.loads(request.body)
    except (ValueError, RecursionError):
        return bytes_of_body(request, chance)
    return replace(request, body=json.dumps(changed(whole, chance), allow_nan=True).encode())


def field_of_form(request: Request, chance: Random) -> Request:
    """One field of the form is left out, doubled, renamed or says something else."""
    fields = [part.partition(b"=") for part in request.body.split(b"&")]
    at = chance.randrange(len(fields))
    name, _, value = fields[at]
    put = chance.choice(
        ([], [(name, b"=", text(chance))], [fields[at]] * chance.choice((2, 200)), [(text(chance), b"=", value)])
    )
    return replace(request, body=b"&".join(b"".join(each) for each in [*fields[:at], *put, *fields[at + 1 :]]))


def other_body(request: Request, chance: Random) -> Request:
    """Another body altogether."""
    many = chance.choice((10, 600, 3_000))
    file = b'--x\r\nContent-Disposition: form-data; name="file"; filename="\xff"\r\n\r\n'
    keys = b",".join(b'"k%d": %d' % (n, n) for n in range(many))
    bodies = (
        b"",
        b"[" * many,
        b'{"a":' * many,
        b"\xff" * many,
        b"\x00",
        b"&" * many,
        b"=" * many,
        b'"\\ud83d"',
        text(chance),
        b"{" + keys + b"}",
        b"--x\r\n" * many,
        file + text(chance) + b"\r\n--x--",
    )
    return replace(request, body=chance.choice(bodies))


BREAKS: tuple[Callable[[Request, Random], Request], ...] = (
    method,
    part_of_path,
    bytes_of_path,
    longer_query,
    header,
    body_type,
    bytes_of_body,
    value_of_body,
    value_of_body,
    other_body,
)


def broken(request: Request, chance: Random) -> Request:
    """The request broken in one to three ways; one in twenty stays whole, so that there is always something saved."""
    if chance.random() < 0.05:
        return request
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        request = chance.choice(BREAKS)(request, chance)
    return request


def text(chance: Random) -> bytes:
    """An awkward text or random bytes."""
    if chance.random() < 0.2:
        return chance.randbytes(chance.randrange(1, 40))
    return chance.choice(TEXTS).encode("utf-8", "surrogatepass")


def scrambled(whole: bytes, chance: Random) -> bytes:
    """Bytes changed, doubled, cut off or put in."""
    made = bytearray(whole or b"x")
    for _ in range(chance.choice((1, 2, 8))):
        at = chance.randrange(len(made))
        made[at : at + chance.choice((0, 1, 5))] = chance.choice(
            (b"", text(chance), bytes([chance.randrange(256)]), made[:at])
        )
        made = made[:20_000] or bytearray(b"x")
    return bytes(made[: chance.randrange(len(made))] if chance.random() < 0.2 else made)


def changed(whole: Any, chance: Random) -> Any:
    """A JSON value with one place anywhere in it changed."""
    if isinstance(whole, dict) and whole and chance.random() < 0.9:
        return changed_keys(whole, chance)
    if isinstance(whole, list) and whole and chance.random() < 0.8:
        at = chance.randrange(len(whole))
        put = [whole[at]] * 40 if chance.random() < 0.1 else [changed(whole[at], chance)]
        return [*whole[:at], *put, *whole[at + 1 :]]
    return chance.choice((*PLAIN, chance.choice(TEXTS)))


def changed_keys(whole: dict[str, Any], chance: Random) -> dict[str, Any]:
    """An object with one key changed, left out or added."""
    name = chance.choice(list(whole))
    kind = chance.random()
    if kind < 0.1:
        return {key: value for key, value in whole.items() if key != name}
    if kind < 0.2:
        return whole | {chance.choice(TEXTS): whole[name]}
    return whole | {name: changed(whole[name], chance)}
