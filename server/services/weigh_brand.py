"""Use case: a brand's own weights for the parts of the fit, and the way back to those before."""

from collections.abc import Mapping
from dataclasses import replace

from server.domain.brand import Brand
from server.domain.errors import NotFound
from server.scoring.weights import load_weights, weights_of
from server.services.ports import Store

BEFORE = "weights_before"
"""Key of the `settings` table, with the brand's id behind it."""


def weighed(brand: Brand, weights: Mapping[str, float]) -> Brand:
    """The brand with these weights; those that are the goal's own are left out, so that they follow the goal.

    Raises InvalidInput for a part that does not exist or a weight below 0.
    """
    preset = load_weights()[brand.goal]
    own = {part: weight for part, weight in weights.items() if preset.get(part) != weight}
    weights_of(replace(brand, weights=own))
    return replace(brand, weights=own)


def keep_weights(store: Store, brand: Brand) -> None:
    """Remember the weights that are about to be changed."""
    store.put("settings", f"{BEFORE}:{brand.id}", {"weights": dict(brand.weights)})


def weights_before(store: Store, brand: Brand) -> Brand:
    """The brand with the weights before the last change. Raises NotFound when nothing was changed."""
    kept = store.get("settings", f"{BEFORE}:{brand.id}")
    if kept is None:
        raise NotFound("There are no earlier weights.", action="Set them by hand.")
    return replace(brand, weights=kept["weights"])
