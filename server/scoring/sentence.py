"""The fit in one sentence: a grade and the clauses that carry it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from server.scoring.table_rows import Row, read_table

CLAUSES = 3
CARRIES = 0.5  # a part under this value is no reason for a fit
NOTHING = "Not enough could be read to say how well this fits."


class Clause(NamedTuple):
    """A reason: its words, the value of its part and how much it adds to the score."""

    words: str
    value: float
    adds: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Grades:
    """(from score, words), highest first; under `thin_below` of the weight the words say "so far"."""

    steps: tuple[tuple[float, str], ...]
    thin_below: float


def say_fit(score: int | None, clauses: Sequence[Clause], coverage: float) -> str:
    """ "Good fit: shows streetwear, rarely paid." `coverage` is the known share of the weight, 0 to 1."""
    if score is None:
        return NOTHING
    grades = load_grades()
    word = next(words for start, words in grades.steps if score >= start)
    if coverage < grades.thin_below:
        word += " so far, little known"
    reasons = [clause for clause in clauses if clause.words and clause.value >= CARRIES]
    best = sorted(reasons, key=lambda clause: (-clause.adds, clause.words))[:CLAUSES]
    return f"{word}: {', '.join(clause.words for clause in best)}." if best else f"{word}."


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
    return Grades(steps=steps, thin_below=table.row("rules").allow("thin_below").number("thin_below", high=1))
