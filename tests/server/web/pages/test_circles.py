"""The map names the circles of culture that a list covers, lacks and bridges."""

from flask.testing import FlaskClient

from server.domain.account import Account
from server.domain.candidate import SeedList
from server.services.join_accounts import join
from server.storage.candidates import Candidates
from server.storage.store import Store
from tests.conftest import Clock
from tests.factories import a_list, annotation, put

NICHE = annotation()["niches"][0]


def brand_list(store: Store, **wishes: dict[str, float]) -> SeedList:
    store.put("brands", "fenn", {"id": "fenn", "name": "Harrow Fenn", **wishes})
    return a_list(store, "Spring", "fenn")


def shown(pages: FlaskClient, seed_list: SeedList) -> str:
    return " ".join(pages.get(f"/lists/{seed_list.id}/map").text.split())


def test_covered_and_missing_circles_are_named(pages: FlaskClient, store: Store) -> None:
    spring = brand_list(store, niches={"ceramics": 1.0, "running": 0.5})
    key = put(store, spring.id)
    text = shown(pages, spring)
    assert "No running yet, not even nearby." in text
    assert f'<a href="/lists/{spring.id}/{key}">Tilda Varro</a>' in text.split("Who, strongest first")[1]


def test_somebody_in_two_far_circles_is_a_bridge_once(pages: FlaskClient, store: Store) -> None:
    spring = brand_list(store, niches={"ceramics": 1.0, "running": 0.5, "photography": 0.5})
    found = [NICHE, NICHE | {"id": "running"}, NICHE | {"id": "photography"}]
    put(store, spring.id, annotation={"niches": found})
    bridges = shown(pages, spring).split("Bridges</h3>")[1].split("</ul>")[0]
    assert bridges.count("Tilda Varro") == 1


def test_two_joined_accounts_are_one_person_in_a_circle(pages: FlaskClient, store: Store, clock: Clock) -> None:
    spring = brand_list(store, niches={"ceramics": 1.0})
    pair = [Account(platform=platform, handle="tilda.mends") for platform in ("instagram", "tiktok")]
    for account in pair:
        put(store, spring.id, platform=account.platform)
    row = 'Ceramics</th><td class="n">'
    assert f"{row}2" in shown(pages, spring)
    join(store, Candidates(store), *pair, clock=clock)
    assert f"{row}1" in shown(pages, spring)


def test_a_brand_without_wishes_has_no_circles(pages: FlaskClient, store: Store) -> None:
    spring = brand_list(store)
    put(store, spring.id)
    assert 'id="circles"' not in shown(pages, spring)
