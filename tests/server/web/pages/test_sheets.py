"""The sheet for a client holds everybody of the view, and nothing that is for the team alone."""

from flask.testing import FlaskClient

from server.storage.store import Store
from tests.factories import a_list, fit, put


def test_everybody_of_the_view_is_on_it_in_its_order(pages: FlaskClient, store: Store) -> None:
    spring = a_list(store)
    for number in range(60):
        put(store, spring.id, f"p{number}", profile={"name": f"Person {number}"}, annotation={"fit": fit(number)})
    shown = pages.get(f"/lists/{spring.id}/sheet?fit=5&sort=-fit&page=2").text
    assert shown.count('class="person"') == 55
    assert shown.index("Person 59<") < shown.index("Person 5<")
    assert "55 profiles (Fit from 5)" in shown


def test_notes_and_stages_stay_with_the_team(pages: FlaskClient, store: Store) -> None:
    spring = a_list(store)
    put(store, spring.id, note="Asks too much", stage="shortlisted")
    client, team = (pages.get(f"/lists/{spring.id}/sheet{query}").text for query in ("", "?team=yes"))
    assert "Asks too much" not in client
    assert "Shortlisted" not in client
    assert "Asks too much" in team
    assert "Shortlisted" in team


def test_the_way_to_the_sheet_keeps_the_filters(pages: FlaskClient, store: Store) -> None:
    spring = a_list(store)
    put(store, spring.id)
    assert f'href="/lists/{spring.id}/sheet?tier=nano"' in pages.get(f"/lists/{spring.id}?tier=nano").text
