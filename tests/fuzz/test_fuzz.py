"""A thousand broken requests break nothing; every route is among those that are broken."""

from flask import Flask
from werkzeug.exceptions import HTTPException

from server.services.export_list import sheet_name
from server.services.reading_room import TextReader
from tests.fuzz.ground import Ground
from tests.fuzz.run import fuzz_round, line
from tests.fuzz.valid import Request, rows, valid


def test_broken_requests_are_refused_and_break_nothing(reader: TextReader) -> None:
    ground = Ground(reader)
    found = fuzz_round(20261123, 0, 1_000, ground)
    assert found.counts["errors"] == 0, found.faults
    assert found.counts["requests"] == 1_000, line(found.counts)
    assert found.counts["2xx"] > 100, "the fuzz must reach past the gate"
    assert found.counts["4xx"] > 100, "and must be refused often"


def test_every_route_is_fuzzed(app: Flask) -> None:
    known = {
        "LIST": "l",
        "KEY": "k",
        "BRAND": "b",
        "UNDO": "u",
        "host": "h",
        "origin": "o",
        "token": "t",
        "cookie": "c",
    }
    covered = {endpoint(app, valid(row, known)) for row in rows()}
    missing = {rule.endpoint for rule in app.url_map.iter_rules()} - covered
    assert not missing, f"Add a rightful request for these routes to tests/fuzz/requests-*.toml: {missing}"
    assert None not in covered, "A row of tests/fuzz/requests-*.toml fits no route"


def test_a_query_of_raw_bytes_is_read_as_if_they_had_been_written_out(reader: TextReader) -> None:
    ground = Ground(reader)
    host = {"Host": ground.secrets["host"]}
    assert ground.ask(Request(method="GET", path=b"/api/health?q=\xff\xfe", headers=host)) == 200


def test_a_host_that_is_none_is_refused_on_pages_too(reader: TextReader) -> None:
    ground = Ground(reader)
    for host in ("..", "a" * 5_000):
        assert ground.ask(Request(method="GET", path=b"/lists", headers={"Host": host})) == 421


def test_a_list_named_in_emoji_fits_on_a_sheet() -> None:
    assert sheet_name("\N{BALL OF YARN}" * 40) == "\N{BALL OF YARN}" * 15
    assert sheet_name("a/b" * 20) == "a ba ba ba ba ba ba ba ba ba ba"


def endpoint(app: Flask, request: Request) -> str | None:
    """The route that answers a request, None when there is none."""
    try:
        found, _ = app.url_map.bind("h").match(request.path.decode().partition("?")[0], request.method)
    except HTTPException:
        return None
    return found
