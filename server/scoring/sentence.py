"""The fit in one sentence: a grade and the clauses that carry it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

from server.scoring.phrases import Naming, lower_first, told_once
from server.scoring.table_rows import Row, read_table

CLAUSES = 3
NOTHING = "Not enough could be read to say how well this fits."


@dataclass(frozen=True, kw_only=True, slots=True)
class Grades:
    """(from score, words), highest first; under `thin_below` of the weight the words say "so far", under `least_known`
    there is no score.
    """

    steps: tuple[tuple[float, str], ...]
    thin_below: float
    least_known: float


def say_fit(score: int | None, reasons: Sequence[str | Naming], cost: str, coverage: float) -> str:
    """ "Good fit: shows streetwear, rarely paid." or, at the lowest grade, what costs most.

    `reasons` are clauses, the weightiest kind first, none of which names again what one before it did; `cost` is the
    dearest part's reason, "" without one; `coverage` is the known share of the weight, 0 to 1.
    """
    if score is None:
        return NOTHING
    grades = load_grades()
    word = next(words for start, words in grades.steps if score >= start)
    thin = " so far, little known" if coverage < grades.thin_below else ""
    if word == grades.steps[-1][1]:
        reasons = [lower_first(cost).rstrip(".")] if cost else []
    told = list(islice(told_once(reasons), CLAUSES))
    return f"{word}{thin}: {', '.join(told)}." if told else f"{word}{thin}."


@cache
def load_grades() -> Grades:
    """grades.toml. Raises DataFault when the steps do not fall to 0."""
    table = read_table("grades").allow("rules", "grades")
    entries = table.values.get("grades")
    if not isinstance(entries, list) or not entries:
        raise table.fault("needs [[grades]] rows")
    rows = [Row(file=table.file, where=f"grades.{place}", values=entry) for place, entry in enumerate(entries)]
    steps = tuple((row.allow("from", "words").number("from", high=100), row.text("words")) for row in rows)
    if list(steps) != sorted(steps, reverse=True) or steps[-1][0] != 0:
        raise table.fault("grades must fall, the last one from 0")
    rules = table.row("rules").allow("thin_below", "least_known")
    shares = {name: rules.number(name, high=1) for name in ("thin_below", "least_known")}
    return Grades(steps=steps, **shares)
