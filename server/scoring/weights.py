"""The weights of the parts: presets by goal from a table, single rows replaced by the brand's own."""

from collections.abc import Mapping
from functools import cache
from math import isfinite

from server.domain.brand import Brand
from server.domain.errors import InvalidInput
from server.scoring.parts import PARTS
from server.scoring.table_rows import Row, read_table

GOALS = ("seeding", "paid", "ambassadors")


def weights_of(brand: Brand) -> Mapping[str, float]:
    """Weight of every part by id, 0 or more. Raises InvalidInput for a part that does not exist."""
    preset = load_weights()[brand.goal]
    for part, weight in brand.weights.items():
        if part not in preset or not isfinite(weight) or weight < 0:
            raise InvalidInput(
                f"“{part}” with weight {weight} is not a weight of the fit.",
                action=f"Use 0 or more for one of {', '.join(preset)}.",
                field=f"weights.{part}",
            )
    return {**preset, **brand.weights}


@cache
def load_weights() -> Mapping[str, Mapping[str, float]]:
    """weights.toml: a weight for every part in every preset. Raises DataFault when one is missing or unknown."""
    table = read_table("weights").allow(*GOALS)
    return {goal: _preset(table.row(goal)) for goal in GOALS}


def _preset(row: Row) -> dict[str, float]:
    row.allow("label", "weights").text("label")
    ids = [part.id for part in PARTS]
    weights = row.row("weights").allow(*ids).numbers()
    missing = [id_ for id_ in ids if id_ not in weights]
    if missing or not any(weights.values()):
        raise row.fault(f"add a weight for {', '.join(missing) or 'at least one part'}")
    return {id_: weights[id_] for id_ in ids}
