"""A list's stored readings say what it covers."""

from server.domain.brand import Brand
from server.services.list_segments import list_segments
from tests.factories import candidate


def test_a_stored_list_covers_its_niche_and_lacks_the_other() -> None:
    body = candidate("l1")
    found = list_segments([body], Brand(name="Clay Yard", niches={"ceramics": 1.0, "running": 0.5}))
    assert found.segments[0].people == (body["id"],)
    assert found.missing == ("running",)
