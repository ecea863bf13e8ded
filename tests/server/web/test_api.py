"""What the extension can do over the API, as sentences."""

from datetime import timedelta

from flask.testing import FlaskClient

from server.storage.store import Store
from tests.conftest import Clock

TILDA = {
    "platform": "instagram",
    "handle": "Tilda.Mends",
    "bio": "small ceramics studio",
    "followers": {"value": 3120, "exact": True},
    "posts": [{"id": "D1", "caption": "a bowl", "likes": 120, "comments": 9}],
}


def test_an_annotation_says_tier_niche_and_the_words(api: FlaskClient) -> None:
    said = api.post("/api/annotate", json=TILDA).json
    assert said["tier"]["label"] == "micro · nano"
    assert said["niches"][0]["evidence"] == [{"source": "bio", "start": 6, "end": 14, "text": "ceramics"}]
    assert said["saved"] is None
    assert "fit" not in said


def test_with_a_brand_the_annotation_says_the_fit(api: FlaskClient) -> None:
    api.post("/api/brands", json={"name": "Harrow Fenn", "niches": {"ceramics": 1.0}})
    fit = api.post("/api/annotate", json=TILDA).json["fit"]
    assert fit["brand"] == "Harrow Fenn"
    assert fit["known"] < fit["of"]


def test_nothing_of_a_profile_that_was_only_looked_at_is_stored(api: FlaskClient, store: Store) -> None:
    api.post("/api/annotate", json=TILDA)
    assert not any("tilda" in str(row).lower() for table in store.db.tables() for row in store.rows(table))


def test_saving_twice_is_saving_once(api: FlaskClient, store: Store) -> None:
    first = api.post("/api/candidates", json={"profile": TILDA})
    second = api.post("/api/candidates", json={"profile": TILDA | {"handle": "tilda.mends"}})
    assert (first.status_code, second.status_code) == (201, 200)
    assert first.json == second.json
    assert store.count("candidates") == 1


def test_a_saved_profile_says_so_when_it_is_opened_again(api: FlaskClient) -> None:
    saved = api.post("/api/candidates", json={"profile": TILDA, "note": "hello", "tags": ["bowls"]}).json["saved"]
    assert api.post("/api/annotate", json=TILDA).json["saved"] == saved
    assert (saved[0]["note"], saved[0]["tags"], saved[0]["stage"]) == ("hello", ["bowls"], "spotted")


def test_a_removed_candidate_comes_back_with_its_note(api: FlaskClient) -> None:
    key = api.post("/api/candidates", json={"profile": TILDA, "note": "keep"}).json["saved"][0]["candidate"]
    undo = api.delete(f"/api/candidates/{key}").json["undo"]
    assert api.post("/api/annotate", json=TILDA).json["saved"] is None
    assert api.post(f"/api/candidates/{undo}/restore", json={}).json["saved"][0]["note"] == "keep"


def test_note_tags_and_stage_can_be_changed(api: FlaskClient) -> None:
    key = api.post("/api/candidates", json={"profile": TILDA}).json["saved"][0]["candidate"]
    saved = api.patch(f"/api/candidates/{key}", json={"stage": "asked", "tags": [" a ", "a", ""]}).json["saved"]
    assert (saved[0]["stage"], saved[0]["tags"]) == ("asked", ["a"])


def test_a_refreshed_candidate_keeps_note_and_stage(api: FlaskClient, clock: Clock) -> None:
    key = api.post("/api/candidates", json={"profile": TILDA, "note": "keep"}).json["saved"][0]["candidate"]
    api.patch(f"/api/candidates/{key}", json={"stage": "asked"})
    clock.time += timedelta(days=3)
    saved = api.post("/api/candidates", json={"profile": TILDA}).json["saved"][0]
    assert (saved["note"], saved["stage"]) == ("keep", "asked")


def test_private_and_under_age_accounts_are_not_saved(api: FlaskClient, store: Store) -> None:
    for change in ({"private": True}, {"bio": "16 y/o | bowls"}, {"bio": "mud\n15 ans\nLyon"}, {"bio": "陶芸 / 16歳"}):
        refused = api.post("/api/candidates", json={"profile": TILDA | change})
        assert (refused.status_code, refused.json["error"]["code"]) == (409, "not_collected")
    assert store.count("candidates") == 0


def test_years_that_are_no_age_do_not_stop_saving(api: FlaskClient) -> None:
    for n, bio in enumerate(
        ("17 years of experience", "mum of a 16 year old boy", "est. 15 years ago", "15 ans de métier")
    ):
        profile = TILDA | {"bio": bio, "handle": f"potter{n}"}
        assert api.post("/api/candidates", json={"profile": profile}).status_code == 201, bio


def test_an_unknown_key_is_named(api: FlaskClient) -> None:
    refused = api.post("/api/annotate", json=TILDA | {"folowers": 12})
    assert refused.status_code == 422
    assert refused.json["error"]["field"] == "folowers"


def test_a_wrong_type_names_its_place(api: FlaskClient) -> None:
    refused = api.post("/api/annotate", json=TILDA | {"posts": [{"likes": "many"}]})
    assert refused.json["error"]["field"] == "posts[0].likes"


def test_half_an_emoji_loses_nothing_else(api: FlaskClient) -> None:
    body = b'{"platform": "tiktok", "handle": "a", "bio": "caf\\u00e9 \\ud83d ceramics \\ud83c\\udf31"}'
    said = api.post("/api/annotate", data=body, content_type="application/json").json
    assert said["niches"][0]["evidence"][0]["start"] == 7


def test_an_unknown_niche_of_a_brand_is_answered_with_near_ones(api: FlaskClient) -> None:
    refused = api.post("/api/brands", json={"name": "X", "niches": {"streetware": 1.0}})
    assert refused.status_code == 422
    assert "streetwear" in refused.json["error"]["action"]


def test_saving_without_a_list_makes_the_first_one(api: FlaskClient) -> None:
    api.post("/api/candidates", json={"profile": TILDA})
    assert api.get("/api/state").json["list"]["name"] == "First list"


def test_handles_that_were_seen_or_saved_are_known(api: FlaskClient) -> None:
    api.post("/api/annotate", json=TILDA)
    known = api.post("/api/known", json={"platform": "instagram", "handles": ["tilda.mends", "nobody"]}).json["known"]
    assert list(known) == ["tilda.mends"]
    assert known["tilda.mends"]["nested"] == "nano"


def test_what_was_seen_is_forgotten_after_two_hours(api: FlaskClient, clock: Clock) -> None:
    api.post("/api/annotate", json=TILDA)
    clock.forward(hours=3)
    assert api.post("/api/known", json={"platform": "instagram", "handles": ["tilda.mends"]}).json["known"] == {}


def test_the_openapi_document_names_every_route(api: FlaskClient) -> None:
    document = api.get("/api/openapi.json").json
    routes = {
        (rule.rule.replace("<", "{").replace(">", "}"), method.lower())
        for rule in api.application.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
        if rule.rule.startswith("/api/")
    }
    told = {(path, method) for path, item in document["paths"].items() for method in item}
    assert told == routes
    assert document["openapi"] == "3.1.0"


def test_an_erased_person_is_not_collected_again(api: FlaskClient, store: Store, clock: Clock) -> None:
    from server.services.forget_person import forget_person, remember_person
    from server.storage.candidates import Candidates

    api.post("/api/candidates", json={"profile": TILDA})
    assert forget_person(store, Candidates(store), "instagram", "tilda.mends", clock=clock) == 1
    assert api.post("/api/candidates", json={"profile": TILDA}).status_code == 409
    remember_person(store, "instagram", "tilda.mends")
    assert api.post("/api/candidates", json={"profile": TILDA}).status_code == 201


def test_mail_addresses_are_masked_before_they_are_stored(real_api: FlaskClient, store: Store) -> None:
    bio = "ceramics, write to tilda@mends.example\nLisbon"
    real_api.post("/api/candidates", json={"profile": TILDA | {"bio": bio}})
    stored = next(store.rows("candidates"))
    assert "tilda@mends.example" not in str(stored)
    assert len(stored["profile"]["bio"]) == len(bio)
    assert stored["profile"]["bio"].startswith("ceramics, write to •")
