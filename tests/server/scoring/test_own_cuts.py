"""A brand may use another convention for tiers, or its own."""

import json
from typing import Any

import pytest

from server.domain.brand import Brand
from server.domain.errors import InvalidInput
from server.domain.profile import Count
from server.scoring.annotate import annotate
from server.scoring.own_cuts import cuts_of
from server.scoring.tiers import load_cuts, presets
from server.wire.brand_in import BrandIn, brand_to_json, to_brand
from server.wire.decode import decode_plain
from tests.server.scoring.factories import NOW, brand, profile, reading

OWN = {"nano": (500, 8_000), "micro": (8_000, 50_000), "macro": (50_000, 500_000), "mega": (500_000, None)}


def label(followers: int, **changes: Any) -> str:
    tier = annotate(profile(followers=Count(value=followers)), reading(), brand(**changes), now=NOW).tier
    assert tier is not None
    return tier.label


def test_without_a_wish_the_default_cuts_hold() -> None:
    assert cuts_of(None) == cuts_of(brand()) == load_cuts()
    assert label(3_000) == "micro · nano"


@pytest.mark.parametrize("name", list(presets()))
def test_a_preset_is_chosen_by_name(name: str) -> None:
    assert cuts_of(brand(tier_cuts=name)) == load_cuts(name)


def test_own_cuts_hold_for_the_tier_and_the_part_alike() -> None:
    assert label(6_000, tier_cuts=OWN) == "nano"
    fit = annotate(profile(followers=Count(value=6_000)), reading(), brand(tier_cuts=OWN, tiers=("nano",)), now=NOW).fit
    assert fit is not None
    assert next(part.value for part in fit.parts if part.id == "tier_match") == 1


def test_a_tier_within_another_is_nested_whatever_the_order() -> None:
    spans = {"nano": (1_000, 3_000), "micro": (1_000, 50_000)}
    for cuts in (spans, dict(reversed(spans.items()))):
        assert label(2_000, tier_cuts=cuts) == "micro · nano"


@pytest.mark.parametrize(
    "cuts",
    [
        "nobodys",
        {"nano": (1_000, 1_000)},
        {"below": (0, 10)},
        {"nano": (1_000, 6_000), "micro": (5_000, 9_000)},
        {"nano": (1_000, None), "micro": (500, 9_000)},
    ],
)
def test_cuts_that_overlap_or_do_not_exist_are_refused(cuts: Any) -> None:
    with pytest.raises(InvalidInput) as refused:
        cuts_of(brand(tier_cuts=cuts))
    assert refused.value.field == "tier_cuts"
    assert refused.value.action


@pytest.mark.parametrize("cuts", ["ten-k", OWN, ""])
def test_cuts_come_back_from_the_contract_as_they_were(cuts: Any) -> None:
    kept = Brand(name="Halden Row", tier_cuts=cuts)
    assert to_brand(decode_plain(json.loads(json.dumps(brand_to_json(kept))), BrandIn)) == kept
