"""The contract's "Brand in" and its way into the domain and back."""

from typing import Annotated, Any

import msgspec

from server.domain.brand import Brand, Goal, TierId

Name = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
Story = Annotated[str, msgspec.Meta(max_length=60_000)]
Wish = Annotated[float, msgspec.Meta(gt=0, le=1)]
Weight = Annotated[float, msgspec.Meta(ge=0, le=100)]
Followers = Annotated[int, msgspec.Meta(ge=0)]
Names = Annotated[list[Name], msgspec.Meta(max_length=500)]


class BrandIn(msgspec.Struct, forbid_unknown_fields=True, frozen=True, omit_defaults=True):
    """A brand's wishes; all but the name optional, and absent means that the brand did not say."""

    name: Name
    id: Name | None = None
    claim: Story | None = None
    story: Story | None = None
    niches: dict[str, Wish] | None = None
    signals: dict[str, Wish] | None = None
    adjacent: Names | None = None
    rivals: Names | None = None
    avoid: Names | None = None
    tiers: list[TierId] | None = None
    tier_cuts: Name | dict[TierId, tuple[Followers, Followers | None]] | None = None
    languages: Names | None = None
    places: Names | None = None
    tones: Names | None = None
    goal: Goal | None = None
    weights: dict[str, Weight] | None = None


def to_brand(given: BrandIn) -> Brand:
    """The domain's Brand; absent lists become empty, the goal is seeding unless said."""
    return Brand(
        name=given.name.strip(),
        id=given.id,
        claim=given.claim,
        story=given.story,
        niches=dict(given.niches or {}),
        signals=dict(given.signals or {}),
        adjacent=tuple(given.adjacent or ()),
        rivals=tuple(given.rivals or ()),
        avoid=tuple(given.avoid or ()),
        tiers=tuple(given.tiers or ()),
        tier_cuts=given.tier_cuts or "",
        languages=tuple(given.languages or ()),
        places=tuple(given.places or ()),
        tones=tuple(given.tones or ()),
        goal=given.goal or "seeding",
        weights=dict(given.weights or {}),
    )


def brand_to_json(brand: Brand) -> dict[str, Any]:
    """The contract's JSON of a brand; what it did not say is absent."""
    plain = {name: getattr(brand, name) for name in BrandIn.__struct_fields__}
    listed = {name: list(value) if isinstance(value, tuple) else value for name, value in plain.items()}
    return {name: dict(v) if isinstance(v, dict) else v for name, v in listed.items() if v not in (None, [], {}, "")}
