"""The reading pane shows why, with the exact words."""

import pytest
from flask.testing import FlaskClient

from server.domain.candidate import SeedList
from server.storage.store import Store
from tests.factories import a_list, evidence, fit, put


@pytest.fixture
def spring(store: Store) -> SeedList:
    return a_list(store)


def read(pages: FlaskClient, seed_list: SeedList, key: str, query: str = "") -> str:
    return pages.get(f"/lists/{seed_list.id}/{key}{query}").text


def test_it_answers_why(pages: FlaskClient, store: Store, spring: SeedList) -> None:
    shown = read(pages, spring, put(store, spring.id))
    for words in ("Why 74?", "Good fit: shows ceramics.", "Niche overlap", "The page gave no dates.", "60 to 80"):
        assert words in shown


def test_all_evidence_is_marked(pages: FlaskClient, store: Store, spring: SeedList) -> None:
    shown = read(pages, spring, put(store, spring.id))
    assert "<mark>Mends</mark> denim, throws <mark>ceramics</mark>" in shown


def test_a_chip_marks_only_its_words(pages: FlaskClient, store: Store, spring: SeedList) -> None:
    shown = read(pages, spring, put(store, spring.id), "?show=handmade")
    assert "<mark>Mends</mark> denim, throws ceramics" in shown


def test_evidence_counts_characters_and_not_bytes(pages: FlaskClient, store: Store, spring: SeedList) -> None:
    bio = "🧵🪡 naïve ceramics"
    niches = [{"id": "ceramics", "score": 0.9, "evidence": [evidence("bio", bio, "ceramics")]}]
    key = put(store, spring.id, profile={"bio": bio}, annotation={"niches": niches, "signals": []})
    assert "🧵🪡 naïve <mark>ceramics</mark>" in read(pages, spring, key)


def test_hostile_words_stay_words_inside_marks(pages: FlaskClient, store: Store, spring: SeedList) -> None:
    bio = "<img src=x> ceramics <script>"
    niches = [{"id": "ceramics", "score": 0.9, "evidence": [evidence("bio", bio, "x> ceramics <s")]}]
    links = [{"url": "javascript:alert(1)"}]
    posts = [{"caption": "<script>alert(1)</script>", "coauthors": ["<b>"]}]
    profile = {"bio": bio, "links": links, "posts": posts, "category": "<i>"}
    key = put(store, spring.id, profile=profile, annotation={"niches": niches, "signals": []})
    shown = read(pages, spring, key)
    assert "&lt;img src=<mark>x&gt; ceramics &lt;s</mark>cript&gt;" in shown
    assert 'href="javascript:' not in shown
    assert "<script>alert" not in shown


def test_numbers_say_what_they_rest_on(pages: FlaskClient, store: Store, spring: SeedList) -> None:
    shown = read(pages, spring, put(store, spring.id))
    assert "from 9 of 11 posts, likes hidden on 1, 1 pinned left out" in shown
    assert "likes hidden on 1 post" in shown


def test_hidden_likes_are_not_zero(pages: FlaskClient, store: Store, spring: SeedList) -> None:
    shown = read(pages, spring, put(store, spring.id, profile={"posts": [{"caption": "x", "likes": None}]}))
    assert "likes hidden · comments not shown" in shown


def test_a_candidate_without_brand_and_bio_can_be_read(pages: FlaskClient, store: Store, spring: SeedList) -> None:
    profile = {"bio": None, "followers": None, "posts": [], "links": [], "captured_at": None}
    changes = {"fit": None, "tier": None, "niches": [], "signals": [], "posts": [], "notes": []}
    shown = read(pages, spring, put(store, spring.id, profile=profile, annotation=changes))
    assert "The page showed no bio." in shown
    assert "Nothing that Seedlist knows was named." in shown


def test_history_is_told_in_words(pages: FlaskClient, store: Store, spring: SeedList) -> None:
    history = [{"at": "2026-11-21T10:00:00.000Z", "what": "stage", "value": "seen_wearing"}]
    shown = read(pages, spring, put(store, spring.id, history=history))
    assert "Seen wearing" in shown.split("History")[1]


def test_the_list_stands_beside_in_the_same_order(pages: FlaskClient, store: Store, spring: SeedList) -> None:
    low = put(store, spring.id, "low", annotation={"fit": fit(10)}, profile={"name": "Low"})
    put(store, spring.id, "high", annotation={"fit": fit(90)}, profile={"name": "High"})
    beside = read(pages, spring, low, "?sort=-fit").split('class="pane"')[0]
    assert beside.index("High") < beside.index("<span>Low")


def test_somebody_of_another_list_is_not_found(pages: FlaskClient, store: Store, spring: SeedList) -> None:
    other = a_list(store, "Autumn")
    assert pages.get(f"/lists/{other.id}/{put(store, spring.id)}").status_code == 404


def test_the_pane_tells_what_changed_since_it_was_saved(pages: FlaskClient, store: Store) -> None:
    spring = a_list(store)
    key = put(store, spring.id)
    body = store.get("candidates", key)
    assert body
    seen = {"at": "2026-12-01T10:00:00.000Z", "followers": {"value": 99_000, "exact": True}, "bio": None}
    rest = {"niches": None, "load": None, "engagement": None, "fit": None}
    store.put("candidates", key, body | {"seen_again": seen | rest})
    page = pages.get(f"/lists/{spring.id}/{key}").text
    assert "Since it was saved" in page
    assert "→ 99,000" in page
    for look in ("table", "cards"):
        assert 'title="Followers 3,120 → 99,000">changed since</a>' in pages.get(f"/lists/{spring.id}?look={look}").text


def test_who_was_seen_again_as_saved_is_not_marked(pages: FlaskClient, store: Store) -> None:
    spring = a_list(store)
    put(store, spring.id)
    assert "changed since" not in pages.get(f"/lists/{spring.id}").text
