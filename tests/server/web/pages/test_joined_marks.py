"""Who is joined is marked wherever people of a list are shown, as in the list itself."""

import pytest
from flask.testing import FlaskClient

from server.domain.candidate import SeedList
from server.storage.store import Store
from tests.factories import a_list, put


@pytest.fixture
def spring(store: Store) -> SeedList:
    return a_list(store)


@pytest.mark.parametrize("page", ["compare?c={one}&c={other}", "map", "sheet"])
def test_who_is_joined_is_marked_side_by_side_on_the_map_and_on_paper(
    pages: FlaskClient, store: Store, spring: SeedList, page: str
) -> None:
    one, other = put(store, spring.id, "sol.weaves"), put(store, spring.id, "someone")
    put(store, spring.id, "solveig", platform="tiktok")
    address = f"/lists/{spring.id}/{page.format(one=one, other=other)}"
    assert "also @solveig on TikTok" not in pages.get(address).text
    pages.post(f"/lists/{spring.id}/{one}/person/joined", data={"handle": "solveig"})
    assert "also @solveig on TikTok" in pages.get(address).text
