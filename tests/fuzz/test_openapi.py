"""schemathesis makes requests of the OpenAPI document: none breaks the server, every answer is as the document says."""

import pytest
import schemathesis
from flask import Flask
from hypothesis import HealthCheck, Phase, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import response_schema_conformance, status_code_conformance

from server.services.pair_extension import new_code, pair
from server.storage.store import Store
from server.web.api.openapi import document
from tests.conftest import HOST, ORIGIN, Clock

CHECKS = [not_a_server_error, response_schema_conformance, status_code_conformance]
schema = schemathesis.openapi.from_dict(document())


@pytest.fixture
def signs(store: Store, clock: Clock) -> dict[str, str]:
    """The headers of a paired extension."""
    token = pair(store, new_code(store, clock=clock, minutes=10), ORIGIN, "Test browser", clock=clock)
    return {"Host": HOST, "Origin": ORIGIN, "Authorization": f"Bearer {token}"}


@schema.parametrize()
@settings(
    max_examples=8,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_the_api_answers_as_its_document_says(case: schemathesis.Case, app: Flask, signs: dict[str, str]) -> None:
    case.operation.app = app
    answer = case.call(base_url=f"http://{HOST}", headers=signs)
    case.validate_response(answer, checks=CHECKS)
