"""A stored annotation for another brand says what reading the page for that brand would say."""

from dataclasses import replace

import pytest

from server.domain.brand import Brand
from server.domain.profile import Count
from server.scoring.annotate import annotate
from server.scoring.restate import restate
from server.scoring.wire import annotation_to_json
from server.wire.profile_out import profile_to_json
from tests.server.scoring.factories import NOW, brand, profile, reading

OWN_CUTS = Brand(name="Other", niches={"running": 1.0}, tier_cuts={"micro": (100, 3_000), "macro": (3_000, None)})


@pytest.mark.parametrize("followers", [None, Count(value=3_400), Count(value=3_000, exact=False)])
@pytest.mark.parametrize("other", [OWN_CUTS, Brand(name="Third", rivals=("Omble",))])
def test_it_is_the_annotation_of_a_fresh_reading(followers: Count | None, other: Brand) -> None:
    page, said = replace(profile(), followers=followers), reading({"ceramics": 0.9})
    stored = annotation_to_json(annotate(page, said, brand(), now=NOW), scores=True)
    fresh = annotation_to_json(annotate(page, said, other, now=NOW), scores=True)
    assert restate(stored, profile_to_json(page), other) == fresh
