"""Use case: one thing that a brand's own words propose becomes a wish of the brand."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from server.domain.brand import Brand
from server.domain.errors import InvalidInput


def take(brand: Brand, kind: str, item: str, weight: float | None = None) -> Brand:
    """The brand with the wish added; one that it has already stays as it is. Raises InvalidInput."""
    amount = max(0.05, weight or 1.0)
    changes: Mapping[str, Any] = {
        "niches": {"niches": {item: amount, **brand.niches}},
        "signals": {"signals": {item: amount, **brand.signals}},
        "languages": {"languages": added(brand.languages, item)},
        "places": {"places": added(brand.places, item)},
        "tones": {"tones": added(brand.tones, item)},
        "adjacent": {"adjacent": added(brand.adjacent, item)},
    }
    if kind not in changes:
        raise InvalidInput(f"“{kind}” cannot be proposed.", field="take", action="Reload the page and try again.")
    return replace(brand, **changes[kind])


def added(names: tuple[str, ...], name: str) -> tuple[str, ...]:
    """The names with one more at the end, without doubles."""
    return tuple(dict.fromkeys((*names, name)))
