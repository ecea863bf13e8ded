"""The gift ledger: nothing is sent without consent, each change can be taken back, a round is summed up honestly."""

from typing import Any

import pytest
from flask.testing import FlaskClient

from server.domain.candidate import SeedList
from server.services.gift_ledger import gifts_of
from server.storage.store import Store
from tests.factories import a_list, put

SENT = {"product": "Chore coat", "sent_on": "2026-11-20", "consent": "yes"}


@pytest.fixture
def spring(store: Store) -> SeedList:
    return a_list(store)


@pytest.fixture
def place(store: Store, spring: SeedList) -> str:
    return f"/lists/{spring.id}/{put(store, spring.id)}"


def test_a_gift_is_noted_as_typed(pages: FlaskClient, store: Store, spring: SeedList, place: str) -> None:
    given = SENT | {"size": "M", "value": "180", "cost": "61,50", "tracking": "RM 12 DE", "posts_seen": "2"}
    shown = pages.post(f"{place}/gifts", data=given, follow_redirects=True).text
    gift = gifts_of(store, spring.id)[0]
    assert (gift.product, gift.size, gift.value, gift.cost, gift.posts_seen) == ("Chore coat", "M", 180.0, 61.5, 2)
    assert "Chore coat" in shown
    assert "RM 12 DE" in shown


def test_nothing_is_sent_without_consent(pages: FlaskClient, store: Store, spring: SeedList, place: str) -> None:
    answer = pages.post(f"{place}/gifts", data={"product": "Coat", "sent_on": "2026-11-20"})
    assert answer.status_code == 422
    assert "Ask first" in answer.text
    assert gifts_of(store, spring.id) == ()


def test_a_plan_needs_no_consent_yet(pages: FlaskClient, place: str) -> None:
    assert "planned" in pages.post(f"{place}/gifts", data={"product": "Coat"}, follow_redirects=True).text


@pytest.mark.parametrize("wrong", [{"product": " "}, {"cost": "-1"}, {"cost": "nan"}, {"sent_on": "soon"}])
def test_what_makes_no_sense_is_refused(pages: FlaskClient, place: str, wrong: dict[str, str]) -> None:
    assert pages.post(f"{place}/gifts", data=SENT | wrong).status_code == 422


def undo(pages: FlaskClient, shown: str, place: str) -> None:
    assert f'action="{place}/gifts/undo"' in shown
    pages.post(f"{place}/gifts/undo")


def test_noting_changing_and_removing_are_taken_back(
    pages: FlaskClient, store: Store, spring: SeedList, place: str
) -> None:
    undo(pages, pages.post(f"{place}/gifts", data=SENT, follow_redirects=True).text, place)
    assert gifts_of(store, spring.id) == ()
    pages.post(f"{place}/gifts", data=SENT)
    kept = gifts_of(store, spring.id)
    changed = SENT | {"id": kept[0].id, "product": "Shirt"}
    undo(pages, pages.post(f"{place}/gifts", data=changed, follow_redirects=True).text, place)
    assert gifts_of(store, spring.id) == kept
    undo(pages, pages.post(f"{place}/gifts/remove", data={"id": kept[0].id}, follow_redirects=True).text, place)
    assert gifts_of(store, spring.id) == kept


def test_many_gifts_to_one_person_are_worth_a_second_look(pages: FlaskClient, place: str) -> None:
    for _ in range(3):
        shown = pages.post(f"{place}/gifts", data=SENT, follow_redirects=True).text
    assert "3 gifts went to this person within a year" in shown


def test_old_gifts_do_not_count_as_many(pages: FlaskClient, place: str) -> None:
    for _ in range(3):
        shown = pages.post(f"{place}/gifts", data=SENT | {"sent_on": "2025-11-01"}, follow_redirects=True).text
    assert "within a year" not in shown


def test_a_bio_that_asks_for_paid_work_is_said(pages: FlaskClient, store: Store, spring: SeedList) -> None:
    key = put(store, spring.id, "otto", profile={"bio": "Runner. Media kit by mail"}, annotation={"niches": []})
    assert "may expect a fee" in pages.get(f"/lists/{spring.id}/{key}").text


def test_a_forgotten_person_leaves_no_gift(pages: FlaskClient, store: Store, place: str) -> None:
    pages.post(f"{place}/gifts", data=SENT)
    pages.post(f"{place}/gifts", data=SENT)
    pages.post(f"{place}/gifts/remove", data={"id": next(store.rows("gifts"))["id"]})
    pages.post(f"{place}/erase", data={"sure": "yes"})
    assert [list(store.rows(table)) for table in ("gifts", "gifts_before")] == [[], []]


def test_a_round_counts_people_and_says_how_the_cost_comes_about(
    pages: FlaskClient, store: Store, spring: SeedList
) -> None:
    stages: list[tuple[str, list[Any]]] = [
        ("asked", []),
        ("no", []),
        ("seen_wearing", []),
        ("quiet", [{"at": "2026-11-21T10:00:00.000Z", "what": "stage", "value": "sent"}]),
        ("spotted", []),
    ]
    for stage, history in stages:
        key = put(store, spring.id, f"of.{stage}", stage=stage, history=history)
    for cost, posts in (("30", "2"), ("50", ""), ("", "")):
        pages.post(f"/lists/{spring.id}/{key}/gifts", data=SENT | {"cost": cost, "posts_seen": posts})
    shown = " ".join(pages.get(f"/lists/{spring.id}/round").text.split())
    people = [part.split("<")[0] for part in shown.split('<td class="n">')[1:6]]
    assert people == ["4", "2", "2", "1", "1"]
    assert "1 said no, 1 quiet now" in shown
    assert "<b>40.00</b>" in shown
    assert "1 sent gift has no cost noted and is left out" in shown
    assert "80.00 cost of 2 gifts sent ÷ 2 posts seen" in shown


def test_without_a_post_the_cost_per_post_is_unknown(pages: FlaskClient, spring: SeedList, place: str) -> None:
    pages.post(f"{place}/gifts", data=SENT | {"cost": "30"})
    assert "Unknown until" in pages.get(f"/lists/{spring.id}/round").text


def test_a_planned_gift_links_to_somebody_not_asked_yet(pages: FlaskClient, spring: SeedList, place: str) -> None:
    pages.post(f"{place}/gifts", data={"product": "Coat"})
    assert f'href="{place}#gifts"' in pages.get(f"/lists/{spring.id}/round").text
