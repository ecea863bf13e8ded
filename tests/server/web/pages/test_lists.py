"""Lists: sorted, filtered, searched and paged on the server, in words that hostile profiles cannot leave."""

import re

import pytest
from flask.testing import FlaskClient

from server.domain.candidate import SeedList
from server.services.edit_lists import all_lists
from server.storage.store import Store
from tests.factories import a_list, annotation, fit, put

HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=y>"


@pytest.fixture
def spring(store: Store) -> SeedList:
    return a_list(store)


def test_without_lists_the_page_teaches(pages: FlaskClient) -> None:
    assert "Nothing here yet" in pages.get("/lists").text


def test_a_new_list_is_made_and_chosen(pages: FlaskClient, store: Store) -> None:
    assert pages.post("/lists", data={"name": "Autumn"}).status_code == 303
    assert [found.name for found in all_lists(store)] == ["Autumn"]


def test_a_taken_name_is_refused_with_words(pages: FlaskClient, spring: SeedList) -> None:
    answer = pages.post("/lists", data={"name": "spring"})
    assert answer.status_code == 422
    assert "There is a list" in answer.text


def test_an_empty_list_teaches(pages: FlaskClient, spring: SeedList) -> None:
    assert "press ☆" in pages.get(f"/lists/{spring.id}").text


def test_a_row_says_tier_fit_coverage_and_engagement(pages: FlaskClient, store: Store, spring: SeedList) -> None:
    put(store, spring.id)
    shown = pages.get(f"/lists/{spring.id}").text
    for words in ("Tilda Varro", "micro · nano", "<b>74</b>", "1/2", "4.6%", "usual", "Ceramics", "profile page"):
        assert words in shown
    assert 'href="https://www.instagram.com/tilda.mends/" rel="noreferrer noopener"' in shown


def test_what_is_unknown_is_a_dash(pages: FlaskClient, store: Store, spring: SeedList) -> None:
    engagement = annotation()["engagement"] | {"by_followers": None, "band": None, "used": 0, "state": "unknown"}
    put(store, spring.id, annotation={"tier": None, "engagement": engagement, "fit": fit(None), "niches": []})
    shown = pages.get(f"/lists/{spring.id}").text
    assert "No part of the fit could be read" in shown
    assert "0%" not in shown
    assert "None" not in shown


@pytest.mark.parametrize("look", ["", "?look=cards"])
def test_hostile_profiles_stay_words(pages: FlaskClient, store: Store, spring: SeedList, look: str) -> None:
    put(store, spring.id, profile={"name": HOSTILE, "bio": HOSTILE}, note=HOSTILE, tags=[HOSTILE])
    shown = pages.get(f"/lists/{spring.id}{look}").text
    assert "<script>alert" not in shown
    assert "<img" not in shown


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("sort=-fit", ["high", "middle", "low"]),
        ("sort=fit", ["low", "middle", "high"]),
        ("fit=50", ["high", "middle"]),
        ("tag=mending", ["low"]),
        ("stage=asked", ["middle"]),
        ("niche=photography", ["high"]),
        ("q=quiet", ["low"]),
        ("q=nobody", []),
        ("platform=tiktok", []),
        ("tier=nano&fit=95", []),
        ("fit=abc&page=0&sort=nonsense&look=x", ["high", "low", "middle"]),
    ],
)
def test_sorted_and_filtered(pages: FlaskClient, store: Store, spring: SeedList, query: str, names: list[str]) -> None:
    niches = [{"id": "photography", "score": 0.8, "evidence": []}]
    put(store, spring.id, "low", annotation={"fit": fit(20)}, tags=["mending"], note="a quiet eye")
    put(store, spring.id, "middle", annotation={"fit": fit(60)}, stage="asked")
    put(store, spring.id, "high", annotation={"fit": fit(90), "niches": niches})
    shown = pages.get(f"/lists/{spring.id}?{query}").text
    rows = re.findall(r'data-row id="r-[^"]*\.([^".]+)"', shown)
    assert (rows if query.startswith("sort=-fit") or query == "sort=fit" else sorted(rows)) == names


def test_filters_say_what_they_do_and_can_be_taken_away(pages: FlaskClient, store: Store, spring: SeedList) -> None:
    put(store, spring.id)
    shown = pages.get(f"/lists/{spring.id}?tier=nano&fit=30&q=varro").text
    assert "Fit from 30" in shown
    assert 'href="?tier=nano&amp;q=varro"' in shown


def test_the_count_says_how_many_of_how_many(pages: FlaskClient, store: Store, spring: SeedList) -> None:
    for n in range(60):
        put(store, spring.id, f"p{n}", annotation={"fit": fit(n)})
    assert "<b>10</b> of 60" in pages.get(f"/lists/{spring.id}?fit=50").text


def test_pages_hold_fifty(pages: FlaskClient, store: Store, spring: SeedList) -> None:
    for n in range(60):
        put(store, spring.id, f"p{n}")
    assert pages.get(f"/lists/{spring.id}").text.count("data-row") == 50
    second = pages.get(f"/lists/{spring.id}?page=2").text
    assert second.count("data-row") == 10
    assert "51 to 60 of 60" in second


def test_a_list_is_renamed(pages: FlaskClient, store: Store, spring: SeedList) -> None:
    pages.post(f"/lists/{spring.id}/rename", data={"name": "Summer"})
    assert [found.name for found in all_lists(store)] == ["Summer"]


def test_an_unknown_list_is_told(pages: FlaskClient) -> None:
    assert pages.get("/lists/000").status_code == 404
