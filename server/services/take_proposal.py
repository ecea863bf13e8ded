"""Use case: one thing that a brand's own words propose becomes a wish of the brand."""

from dataclasses import replace

from server.domain.brand import Brand
from server.domain.errors import InvalidInput

LISTED = ("languages", "places", "adjacent")
WEIGHED = ("niches", "signals")


def take(brand: Brand, kind: str, item: str, weight: float | None = None) -> Brand:
    """The brand with the wish added; one that it has already stays as it is. Raises InvalidInput."""
    if kind in WEIGHED:
        wishes = getattr(brand, kind)
        return replace(brand, **{kind: {item: max(0.05, weight or 1.0), **wishes}})
    if kind in LISTED:
        listed = getattr(brand, kind)
        return replace(brand, **{kind: tuple(dict.fromkeys((*listed, item)))})
    raise InvalidInput(f"“{kind}” cannot be proposed.", field="take", action="Reload the page and try again.")
