"""The editable rules of learning from choices."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from server.scoring.table_rows import read_table

RULES = ("least_of_each", "folds", "margin", "ridge", "steps", "steepness", "most")


@dataclass(frozen=True, kw_only=True, slots=True)
class LearningRules:
    """The rows of learning.toml; `ranks` orders the choices, `most` bounds a weight's factor."""

    least_of_each: int
    folds: int
    margin: float
    ridge: float
    steps: int
    steepness: float
    most: float
    ranks: Mapping[str, int]


@cache
def load_learning() -> LearningRules:
    """learning.toml. Raises DataFault where a row is wrong."""
    table = read_table("learning").allow("rules", "ranks")
    rules = table.row("rules").allow(*RULES)
    ranks = table.row("ranks").allow("starred", "saved", "dismissed")
    return LearningRules(
        least_of_each=int(rules.number("least_of_each", 1)),
        folds=int(rules.number("folds", 2)),
        margin=rules.number("margin", high=1),
        ridge=rules.number("ridge"),
        steps=int(rules.number("steps", 1)),
        steepness=rules.number("steepness"),
        most=rules.number("most", 1),
        ranks={choice: int(ranks.number(choice)) for choice in ("starred", "saved", "dismissed")},
    )
