"""A query that no browser sends is read or refused, wherever the path leads, and never breaks the answer."""

import pytest
from flask.testing import FlaskClient

from server.web.plain_query import LONGEST

ODD = ["q=\r\nX: y", "q=\x00", "q=\xb4\xed\xa0\x80", "q= a\tb", "q=%0d%0aX:%20y"]


@pytest.mark.parametrize("query", ODD)
@pytest.mark.parametrize("path", ["/static//tokens.css", "/lists//map", "/lists", "/brands//loved"])
def test_an_odd_query_gets_an_answer_without_a_header_of_its_own(pages: FlaskClient, path: str, query: str) -> None:
    answer = pages.get("/", environ_overrides={"PATH_INFO": path, "QUERY_STRING": query})
    assert answer.status_code < 500
    assert "X" not in answer.headers


@pytest.mark.parametrize("path", ["/lists", "/static/tokens.css", "/no/such/page"])
def test_an_address_longer_than_any_of_ours_is_refused_in_words(pages: FlaskClient, path: str) -> None:
    answer = pages.get(path, environ_overrides={"PATH_INFO": path, "QUERY_STRING": "q=" + "\xe9" * LONGEST})
    assert answer.status_code == 414
    assert "This address is too long." in answer.text


def test_the_api_says_too_long_as_json(api: FlaskClient) -> None:
    answer = api.get("/api/candidates/" + "a" * LONGEST)
    assert (answer.status_code, answer.json["error"]["code"]) == (414, "too_long")


def test_the_longest_address_is_answered(pages: FlaskClient) -> None:
    assert pages.get("/settings?a=" + "a" * (LONGEST - len("/settings?a="))).status_code == 200
