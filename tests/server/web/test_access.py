"""The gate lets the paired extension and the user's own pages in, and nobody else."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from server.services.pair_extension import all_pairings, new_code, unpair
from server.storage.store import Store
from tests.conftest import HOST, ORIGIN, Clock

PROFILE = {"platform": "instagram", "handle": "tilda.mends", "bio": "ceramics"}


def test_the_paired_extension_may_annotate(api: FlaskClient) -> None:
    assert api.post("/api/annotate", json=PROFILE).status_code == 200


@pytest.mark.parametrize(
    "host",
    ["", "evil.example", "evil.example:8017", "127.0.0.1", "127.0.0.1:8018", "127.0.0.1.:8017", "localhost.:8017",
     "user@127.0.0.1:8017", "127.0.0.1:8017,127.0.0.1:8017", "[::1]:8017", "2130706433:8017", "127.1:8017",
     "0.0.0.0:8017"],
)  # fmt: skip
@pytest.mark.parametrize("path", ["/api/health", "/api/state", "/lists", "/open", "/static/tokens.css"])
def test_a_foreign_host_is_answered_nothing(api: FlaskClient, host: str, path: str) -> None:
    assert api.get(path, base_url=f"http://{HOST}", environ_overrides={"HTTP_HOST": host}).status_code == 421


@pytest.mark.parametrize("path", ["/api/state", "/api/brands", "/api/openapi.json", "/api/candidates/x"])
@pytest.mark.parametrize("token", [None, "", "Bearer", "Bearer ", "Bearer wrong", "Basic abc", "bearer null"])
def test_without_the_token_nothing_is_told(app: Flask, path: str, token: str | None) -> None:
    headers = {"Authorization": token} if token is not None else {}
    answer = app.test_client().get(path, headers=headers)
    assert answer.status_code == 401
    assert answer.json["error"]["code"] == "not_paired"


@pytest.mark.parametrize(
    "origin",
    ["https://www.instagram.com", "https://evil.example", "null", f"http://{HOST}", "http://localhost:8017",
     "chrome-extension://", "chrome-extension://zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz", ORIGIN + ".evil.example", "file://"],
)  # fmt: skip
def test_the_token_from_another_origin_is_refused(api: FlaskClient, origin: str) -> None:
    answer = api.post("/api/annotate", json=PROFILE, headers={"Origin": origin})
    assert answer.status_code in (401, 403)
    assert "Access-Control-Allow-Origin" not in answer.headers


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_web_page_without_origin_is_refused(api: FlaskClient, site: str) -> None:
    api.environ_base.pop("HTTP_ORIGIN")
    assert api.get("/api/state", headers={"Sec-Fetch-Site": site}).status_code == 403


def test_the_worker_in_chrome_and_firefox_may_get_without_origin(api: FlaskClient) -> None:
    api.environ_base.pop("HTTP_ORIGIN")
    assert [api.get("/api/state", headers={"Sec-Fetch-Site": s}).status_code for s in ("none", "same-origin")] == [
        200,
        200,
    ]


def test_only_json_is_read(api: FlaskClient) -> None:
    answer = api.post("/api/annotate", data="platform=instagram", content_type="application/x-www-form-urlencoded")
    assert answer.status_code == 415


def test_a_large_body_is_refused(api: FlaskClient) -> None:
    answer = api.post("/api/annotate", json=PROFILE | {"bio": "x" * 600_000})
    assert answer.status_code == 413


def test_another_version_of_the_extension_is_told_to_update(api: FlaskClient) -> None:
    answer = api.get("/api/state", headers={"X-Seedlist-Protocol": "2"})
    assert (answer.status_code, answer.json["error"]["code"]) == (426, "too_old")


def test_cors_names_exactly_the_paired_extension(api: FlaskClient) -> None:
    answer = api.get("/api/state")
    assert answer.headers["Access-Control-Allow-Origin"] == ORIGIN


def test_a_preflight_of_an_unpaired_extension_is_refused(app: Flask) -> None:
    headers = {"Origin": ORIGIN, "Access-Control-Request-Method": "POST"}
    assert app.test_client().options("/api/annotate", headers=headers).status_code == 401
    assert app.test_client().options("/api/pair", headers=headers).status_code == 204


def test_an_ended_pairing_ends_at_once(api: FlaskClient, store: Store) -> None:
    unpair(store, all_pairings(store)[0]["id"])
    assert api.get("/api/state").status_code == 401


def test_a_code_pairs_once(app: Flask, store: Store, clock: Clock) -> None:
    code = new_code(store, clock=clock, minutes=10)
    client, headers = app.test_client(), {"Origin": ORIGIN}
    assert client.post("/api/pair", json={"code": code}, headers=headers).status_code == 201
    assert client.post("/api/pair", json={"code": code}, headers=headers).status_code == 403


def test_a_code_ends_after_its_time_and_after_five_wrong_tries(app: Flask, store: Store, clock: Clock) -> None:
    client, headers = app.test_client(), {"Origin": ORIGIN}
    late = new_code(store, clock=clock, minutes=10)
    clock.forward(minutes=11)
    assert client.post("/api/pair", json={"code": late}, headers=headers).status_code == 403
    guessed = new_code(store, clock=clock, minutes=10)
    for _ in range(5):
        client.post("/api/pair", json={"code": "AAAA-AAAA"}, headers=headers)
    assert client.post("/api/pair", json={"code": guessed}, headers=headers).status_code == 403


def test_the_token_is_not_kept_in_the_store(api: FlaskClient, store: Store) -> None:
    token = api.environ_base["HTTP_AUTHORIZATION"].removeprefix("Bearer ")
    assert token not in str(list(store.rows("pairings")))


def test_a_page_without_session_shows_how_to_open(app: Flask) -> None:
    answer = app.test_client().get("/lists")
    assert answer.status_code == 401
    assert "seedlist open" in answer.text


def test_a_link_opens_once(app: Flask, pages: FlaskClient, store: Store, clock: Clock) -> None:
    from server.services.open_session import new_link_key

    key = new_link_key(store, clock=clock)
    assert app.test_client().get(f"/open?key={key}").status_code == 303
    assert app.test_client().get(f"/open?key={key}").status_code == 401


@pytest.mark.parametrize(
    "to",
    ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)",
     "/\r\nSet-Cookie: a=b", "/\x00", "/\t/evil.example"],
)  # fmt: skip
def test_a_link_leads_nowhere_else(app: Flask, store: Store, clock: Clock, to: str) -> None:
    from server.services.open_session import new_link_key

    client = app.test_client()
    answer = client.get("/open", query_string={"key": new_link_key(store, clock=clock), "to": to})
    assert answer.headers["Location"] == "/"


@pytest.mark.parametrize(
    "headers",
    [{"Origin": "https://evil.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"},
     {"Sec-Fetch-Site": "same-site"}, {"Origin": ORIGIN}],
)  # fmt: skip
def test_a_form_of_a_foreign_page_changes_nothing(pages: FlaskClient, headers: dict[str, str]) -> None:
    assert pages.post("/lists", data={"name": "Stolen"}, headers=headers).status_code == 403


def test_every_answer_carries_the_policy(pages: FlaskClient) -> None:
    policy = pages.get("/").headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
