"""An extension and a server of two versions say who has to be updated, and nothing is saved meanwhile."""

import pytest
from flask.testing import FlaskClient

from server.settings import PROTOCOL
from server.storage.store import Store

TILDA = {"platform": "instagram", "handle": "tilda.mends"}
ASKED = (
    ("POST", "/api/candidates", {"profile": TILDA}),
    ("POST", "/api/annotate", TILDA),
    ("PATCH", "/api/candidates/any", {"note": "kind"}),
    ("DELETE", "/api/candidates/any", None),
    ("POST", "/api/select", {"list": "any"}),
    ("POST", "/api/pair", {"code": "any", "name": "any"}),
    ("GET", "/api/health", None),
)


@pytest.mark.parametrize(("method", "path", "body"), ASKED, ids=[f"{method} {path}" for method, path, _ in ASKED])
@pytest.mark.parametrize(
    ("said", "words"),
    [
        (str(PROTOCOL - 1), "Update the extension"),
        (str(PROTOCOL + 1), "Update Seedlist"),
        ("", "Update the extension"),
        ("two", "Update the extension"),
    ],
)
def test_another_version_is_told_what_to_update_and_changes_nothing(
    api: FlaskClient, store: Store, method: str, path: str, body: object, said: str, words: str
) -> None:
    answer = api.open(path, method=method, json=body, headers={"X-Seedlist-Protocol": said})
    assert answer.status_code == 426
    assert '"too_old"' in answer.text
    assert words in answer.text
    assert list(store.rows("candidates")) == []


def test_the_same_version_is_answered(api: FlaskClient, store: Store) -> None:
    told = {"X-Seedlist-Protocol": str(PROTOCOL)}
    assert api.post("/api/candidates", json={"profile": TILDA}, headers=told).status_code == 201
    assert len(list(store.rows("candidates"))) == 1


def test_every_answer_names_the_version_of_its_messages(api: FlaskClient) -> None:
    for path in ("/api/health", "/api/state", "/api/nothing"):
        assert api.get(path).headers["X-Seedlist-Protocol"] == str(PROTOCOL)
    refused = api.get("/api/state", headers={"X-Seedlist-Protocol": str(PROTOCOL + 1)})
    assert refused.headers["X-Seedlist-Protocol"] == str(PROTOCOL)
    assert "X-Seedlist-Protocol" in refused.headers["Access-Control-Expose-Headers"]
