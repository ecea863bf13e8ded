"""More like these: the nearest of everybody saved, with what they share."""

from flask.testing import FlaskClient

from server.storage.store import Store
from tests.factories import a_list, annotation, put

OTHER = [annotation()["niches"][0] | {"id": "running"}]


def test_the_nearest_comes_first_with_the_reason(pages: FlaskClient, store: Store) -> None:
    spring, autumn = a_list(store), a_list(store, "Autumn")
    example = put(store, spring.id, "example")
    put(store, spring.id, "runner", profile={"name": "The Runner"}, annotation={"niches": OTHER})
    put(store, autumn.id, "potter", profile={"name": "The Potter"})
    shown = pages.get(f"/lists/{spring.id}/alike?key={example}").text.split("<tbody>")[1]
    assert shown.index("The Potter") < shown.index("The Runner")
    assert "Shares ceramics" in shown


def test_an_example_in_a_second_list_is_not_like_itself(pages: FlaskClient, store: Store) -> None:
    spring, autumn = a_list(store), a_list(store, "Autumn")
    example = put(store, spring.id, "example")
    put(store, autumn.id, "example")
    assert "Nobody is near" in pages.get(f"/lists/{spring.id}/alike?key={example}").text


def test_somebody_merely_looked_at_is_ranked_too_and_said_to_be_unsaved(
    pages: FlaskClient, api: FlaskClient, store: Store
) -> None:
    spring = a_list(store)
    example = put(store, spring.id, "example")
    for handle, bio in (("seen.potter", "small ceramics studio"), ("example", "small ceramics studio")):
        api.post("/api/annotate", json={"platform": "instagram", "handle": handle, "bio": bio})
    shown = pages.get(f"/lists/{spring.id}/alike?key={example}").text.split("<tbody>")[1]
    assert "@seen.potter" in shown
    assert "seen, not saved" in shown
    assert "@example" not in shown
    assert store.count("candidates") == 1


def test_without_a_tick_the_page_says_what_to_do(pages: FlaskClient, store: Store) -> None:
    answer = pages.get(f"/lists/{a_list(store).id}/alike")
    assert answer.status_code == 422
    assert "tick them" in answer.text


def test_the_list_offers_it_for_ticked_people(pages: FlaskClient, store: Store) -> None:
    spring = a_list(store)
    put(store, spring.id)
    assert f'formaction="/lists/{spring.id}/alike"' in pages.get(f"/lists/{spring.id}").text
