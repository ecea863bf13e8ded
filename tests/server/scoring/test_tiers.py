"""Followers to tier."""

import pytest

from server.domain.errors import DataFault
from server.domain.profile import Count
from server.scoring.tiers import load_cuts, presets, tier_of


@pytest.mark.parametrize(
    ("followers", "label"),
    [
        (0, "below"),
        (999, "below"),
        (1_000, "micro · nano"),
        (3_120, "micro · nano"),
        (4_999, "micro · nano"),
        (5_000, "micro"),
        (99_999, "micro"),
        (100_000, "macro"),
        (999_999, "macro"),
        (1_000_000, "mega"),
        (650_000_000, "mega"),
    ],
)
def test_cuts_are_half_open_and_nano_is_printed_inside_micro(followers: int, label: str) -> None:
    tier = tier_of(Count(value=followers), load_cuts())
    assert tier is not None
    assert tier.label == label
    assert tier.certain


@pytest.mark.parametrize(
    ("followers", "certain"), [(48_200, True), (100_000, False), (1_000_000, False), (5_000, False)]
)
def test_a_rounded_count_on_a_cut_leaves_the_tier_open(followers: int, certain: bool) -> None:
    tier = tier_of(Count(value=followers, exact=False), load_cuts())
    assert tier is not None
    assert tier.certain is certain


def test_unknown_followers_have_no_tier() -> None:
    assert tier_of(None, load_cuts()) is None


@pytest.mark.parametrize(
    ("preset", "id_", "nested"), [("article", "micro", "nano"), ("hypeauditor", "micro", None), ("ten-k", "nano", None)]
)
def test_each_convention_places_7000_followers_its_own_way(preset: str, id_: str, nested: str | None) -> None:
    seven, three = (tier_of(Count(value=value), load_cuts(preset)) for value in (7_000, 3_000))
    assert seven is not None
    assert three is not None
    assert (seven.id, three.nested) == (id_, nested)


def test_every_preset_has_a_label_and_loads() -> None:
    assert all(load_cuts(preset) and label for preset, label in presets().items())


def test_an_unknown_preset_is_refused_by_name() -> None:
    with pytest.raises(DataFault, match="nobodys"):
        load_cuts("nobodys")
