"""The demo opens with a round under way: gifts on their way, posts that name the brand, and what changed since."""

from datetime import UTC, datetime

import pytest

from server.demo.round import gifts_by_handle
from server.demo.seeding import SAVED, seed
from server.domain.candidate import SeedList, candidate_id
from server.services.compare_sighting import since_saved
from server.services.gift_ledger import gifts_of
from server.services.join_accounts import all_joins
from server.services.ports import CandidateView
from server.services.post_ledger import offers_of_list
from server.services.reading_room import TextReader
from server.services.suggest_person import suggestions
from server.storage.candidates import Candidates
from server.storage.store import Store

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
Shown = tuple[Store, SeedList]


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory, reader: TextReader) -> Shown:
    store = Store.open(tmp_path_factory.mktemp("demo"))
    return store, seed(store, Candidates(store), read=reader.read, clock=lambda: NOW)


def test_everybody_of_the_round_is_on_the_list_with_their_gift(shown: Shown) -> None:
    store, seed_list = shown
    assert gifts_by_handle().keys() <= SAVED.keys()
    assert {gift.handle for gift in gifts_of(store, seed_list.id)} == gifts_by_handle().keys()


def test_two_posts_were_found_and_one_waits_for_the_user(shown: Shown) -> None:
    store, seed_list = shown
    (offers,) = offers_of_list(store, seed_list).values()
    assert [(offer.handle, offer.commercial, offer.state) for offer in offers] == [
        ("claire.fripe", "organic", "waiting"),
        ("claire.fripe", "gifted", "accepted"),
    ]
    assert next(offer.gift for offer in offers if offer.state == "accepted") == gifts_of(store, seed_list.id)[0].id


def test_what_changed_since_the_saving_shows(shown: Shown) -> None:
    store, seed_list = shown
    body = store.get("candidates", candidate_id(seed_list.id, "instagram", "claire.fripe"))
    assert body is not None
    since = since_saved(body)
    assert since is not None
    assert since.followers is not None
    assert [count.value for count in since.followers] == [14_920, 15_730]


def test_one_pair_is_joined_and_one_is_suggested_with_its_reason(shown: Shown) -> None:
    store, seed_list = shown
    pairs = {account.handle: other.handle for account, other in all_joins(store).items()}
    assert pairs == {"tilda.mends": "tildaontape", "tildaontape": "tilda.mends"}
    shelf, found = Candidates(store), {}
    for body in shelf.page(CandidateView(list_id=seed_list.id)).rows:
        found |= {body["handle"]: [each.account.handle for each in suggestions(store, shelf, body)]}
    assert {handle: others for handle, others in found.items() if others} == {
        "jonas.naht": ["naehcafe.donnerstag"],
        "naehcafe.donnerstag": ["jonas.naht"],
    }
