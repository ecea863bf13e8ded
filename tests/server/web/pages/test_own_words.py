"""Words of one's own are tried on those saved, kept, counted from then on, and taken back."""

import pytest
from flask.testing import FlaskClient

from server.services.own_lexicon import own_terms
from server.storage.store import Store
from tests.factories import a_list, put

DENIM = {"item": "diy-crafts", "words": "denim\n  mended  denim "}


@pytest.fixture
def tilda(store: Store) -> str:
    return put(store, a_list(store).id)


def niches(store: Store, key: str) -> list[str]:
    body = store.get("candidates", key)
    assert body
    return [niche["id"] for niche in body["annotation"]["niches"]]


def test_looking_says_who_and_where_and_keeps_nothing(pages: FlaskClient, store: Store, tilda: str) -> None:
    shown = pages.get("/settings/words", query_string=DENIM).text
    assert "1 saved person says so, 1 of them not shown" in shown
    assert "<mark>denim</mark>" in shown
    assert own_terms(store) == ()
    assert niches(store, tilda) == ["ceramics"]


def test_saved_words_count_for_those_saved_at_once(pages: FlaskClient, store: Store, tilda: str) -> None:
    pages.post("/settings/words", data=DENIM)
    assert own_terms(store)[0].words == ("denim", "mended denim")
    assert niches(store, tilda) == ["ceramics", "diy-crafts"]


def test_and_for_whoever_is_read_from_now_on(pages: FlaskClient, api: FlaskClient, store: Store) -> None:
    pages.post("/settings/words", data=DENIM)
    profile = {"platform": "instagram", "handle": "sol", "bio": "old #denim"}
    answer = api.post("/api/annotate", json=profile).json
    assert answer
    assert "diy-crafts" in str(answer)


def test_undo_takes_them_back_from_everybody(pages: FlaskClient, store: Store, tilda: str) -> None:
    shown = pages.post("/settings/words", data=DENIM, follow_redirects=True).text
    assert 'action="/settings/words/undo"' in shown
    pages.post("/settings/words/undo")
    assert own_terms(store) == ()
    assert niches(store, tilda) == ["ceramics"]


def test_an_empty_field_takes_them_back_too(pages: FlaskClient, store: Store, tilda: str) -> None:
    pages.post("/settings/words", data=DENIM)
    pages.post("/settings/words", data={"item": "diy-crafts", "words": " "})
    assert own_terms(store) == ()
    assert niches(store, tilda) == ["ceramics"]


@pytest.mark.parametrize("wrong", [{"item": "religion", "words": "x"}, {"item": "ceramics", "words": "ab"}])
def test_what_cannot_be_taught_is_refused(pages: FlaskClient, store: Store, wrong: dict[str, str]) -> None:
    answer = pages.post("/settings/words", data=wrong)
    assert answer.status_code == 422
    assert own_terms(store) == ()


def test_words_stay_words(pages: FlaskClient, tilda: str) -> None:
    shown = pages.get("/settings/words", query_string={"item": "ceramics", "words": "<script>alert(1)</script>"}).text
    assert "<script>alert" not in shown
