"""Small turns of phrase for reasons: lists of labels, counts of things, shares."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

WORD = re.compile(r"\w+")


class Naming(NamedTuple):
    """A clause that names things: `form` with {} for their list, of which `most` are named and the rest is counted."""

    form: str
    things: Sequence[str]
    most: int = 2


def listed(words: Sequence[str], most: int = 3) -> str:
    """Words with commas and "and"; beyond `most` the rest is counted."""
    shown = list(words[:most])
    if len(words) > most:
        shown.append(f"{len(words) - most} more")
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}" if shown else ""


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: "1 post", "3 posts"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def percent(share: float) -> str:
    """A share as percent, one decimal under 10: "3.1%", "25%"."""
    return f"{share:.1%}" if share < 0.0995 else f"{share:.0%}"


def lower_first(text: str) -> str:
    """A label inside a sentence: its first letter small unless the first word is an acronym or number."""
    first = text.split(" ", 1)[0]
    return text if first.isupper() or not first[:1].isalpha() else text[:1].lower() + text[1:]


def told_once(clauses: Sequence[str | Naming]) -> Iterator[str]:
    """The clauses in words; what an earlier one named is left out, and a clause that has nothing else to name, too.

    A thing is named when all its words are: "maker" in "maker & craft scene".
    """
    said: set[str] = set()
    for clause in clauses:
        if isinstance(clause, str):
            yield clause
        elif things := _fresh(clause, said):
            yield clause.form.format(listed(things, clause.most))


def _fresh(clause: Naming, said: set[str]) -> list[str]:
    """The things not yet said; those that will be named are said from now on."""
    fresh: list[str] = []
    seen = set(said)
    for thing in clause.things:
        words = set(WORD.findall(thing.casefold()))
        if not words or not words <= seen:
            fresh.append(thing)
            seen |= words
            said |= words if len(fresh) <= clause.most else set()
    return fresh
