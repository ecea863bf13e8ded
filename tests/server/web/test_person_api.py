"""The API tells who may be one person and why, joins, keeps apart, and takes each back."""

from typing import Any

import pytest
from flask.testing import FlaskClient

TILDA = {"platform": "instagram", "handle": "Tilda.Mends", "bio": "Denim. TT: @solveig"}
SOLVEIG = {"platform": "tiktok", "handle": "solveig"}
JOINED = {"platform": "instagram", "handle": "tilda.mends"}


@pytest.fixture
def key(api: FlaskClient) -> str:
    api.post("/api/candidates", json={"profile": SOLVEIG})
    saved = api.post("/api/candidates", json={"profile": TILDA}).json["saved"]
    return f"/api/candidates/{saved[0]['candidate']}"


def person(api: FlaskClient, key: str) -> Any:
    return api.get(f"{key}/person").json


def test_a_suggestion_comes_with_its_reason_and_the_characters(api: FlaskClient, key: str) -> None:
    told = person(api, key)
    assert told["joined_with"] is None
    (found,) = told["suggested"]
    assert (found["platform"], found["handle"]) == ("tiktok", "solveig")
    assert found["reasons"] == [
        {
            "kind": "names",
            "why": "The bio on Instagram names @solveig on TikTok.",
            "evidence": [
                {"platform": "instagram", "source": "bio", "start": 7, "end": 19, "text": "TT: @solveig"},
            ],
        }
    ]
    assert person(api, f"/api/candidates/{found['candidate']}")["suggested"][0]["handle"] == "tilda.mends"


def test_a_join_is_known_from_both_sides_and_taken_back(api: FlaskClient, key: str) -> None:
    there = f"/api/candidates/{person(api, key)['suggested'][0]['candidate']}"
    for _ in range(2):
        told = api.post(f"{key}/join", json=SOLVEIG | {"handle": "@Solveig"}).json
        assert (told["joined_with"], told["suggested"]) == (SOLVEIG, [])
    assert person(api, there)["joined_with"] == JOINED
    assert api.delete(f"{there}/join").json["joined_with"] is None
    assert api.delete(f"{there}/join").status_code == 404
    assert person(api, key)["suggested"] != []


def test_not_the_same_is_remembered_and_taken_back(api: FlaskClient, key: str) -> None:
    told = api.post(f"{key}/apart", json=SOLVEIG).json
    assert (told["suggested"], told["kept_apart"]) == ([], [SOLVEIG])
    told = api.delete(f"{key}/apart/tiktok/solveig").json
    assert (len(told["suggested"]), told["kept_apart"]) == (1, [])
    assert api.delete(f"{key}/apart/tiktok/solveig").status_code == 404


@pytest.mark.parametrize(
    ("account", "status"),
    [
        ({"platform": "instagram", "handle": "solveig"}, 422),
        ({"platform": "tiktok", "handle": "nobody"}, 404),
        ({"platform": "tiktok", "handle": ""}, 422),
        ({"platform": "elsewhere", "handle": "solveig"}, 422),
        ({"handle": "solveig"}, 422),
    ],
)
def test_what_cannot_be_joined_is_refused(api: FlaskClient, key: str, account: dict[str, str], status: int) -> None:
    assert api.post(f"{key}/join", json=account).status_code == status


def test_a_candidate_that_is_gone_has_no_person(api: FlaskClient) -> None:
    assert api.get("/api/candidates/none/person").status_code == 404
