"""A query that no browser sends is read or refused, wherever the path leads, and never breaks the answer."""

import pytest
from flask.testing import FlaskClient

ODD = ["q=\r\nX: y", "q=\x00", "q=\xb4\xed\xa0\x80", "q= a\tb", "q=%0d%0aX:%20y"]


@pytest.mark.parametrize("query", ODD)
@pytest.mark.parametrize("path", ["/static//tokens.css", "/lists//map", "/lists", "/brands//loved"])
def test_an_odd_query_gets_an_answer_without_a_header_of_its_own(pages: FlaskClient, path: str, query: str) -> None:
    answer = pages.get("/", environ_overrides={"PATH_INFO": path, "QUERY_STRING": query})
    assert answer.status_code < 500
    assert "X" not in answer.headers
