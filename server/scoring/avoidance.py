"""Finds what a brand avoids in a text, unless the words around it turn the meaning."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from nlp.reading import Evidence
from server.scoring.table_rows import read_table

WORD = re.compile(r"\w+", re.UNICODE)
LINK_CHARS = 2  # a dash or blank between an avoided word and the one behind it


@dataclass(frozen=True, kw_only=True, slots=True)
class Avoidance:
    """Turning words before (within `window` words) and directly after; `half_at` mentions halve the value."""

    before: frozenset[str]
    after: frozenset[str]
    window: int
    half_at: float
    least_chars: int


@cache
def load_avoidance() -> Avoidance:
    """avoidance.toml. Raises DataFault where a row is wrong."""
    table = read_table("avoidance").allow("rules", "before", "after")
    rules = table.row("rules").allow("window", "half_at", "least_chars")
    before, after = table.row("before"), table.row("after")
    return Avoidance(
        before=frozenset(word for language in before.values for word in before.texts(language)),
        after=frozenset(word for language in after.values for word in after.texts(language)),
        window=int(rules.number("window")),
        half_at=rules.number("half_at", 0.01),
        least_chars=int(rules.number("least_chars")),
    )


def find_avoided(terms: Iterable[str], texts: Iterable[tuple[str, str]]) -> Iterator[Evidence]:
    """Each avoided term as written, whole words or hashtags of just that word, case apart."""
    pattern = _pattern(tuple(terms))
    if pattern is None:
        return
    table = load_avoidance()
    for source, text in texts:
        for hit in pattern.finditer(text):
            if not is_turned(text, hit.start(), hit.end(), table):
                yield Evidence(source=source, start=hit.start(), end=hit.end(), text=hit.group())


def is_turned(text: str, start: int, end: int, table: Avoidance) -> bool:
    """Whether the words before or right behind a hit say the opposite of it."""
    clause = re.split(r"[.;!?\n]", text[:start])[-1]
    words = [word.casefold() for word in WORD.findall(clause)][-table.window :]
    pairs = [f"{one} {two}" for one, two in pairwise(words)]
    behind = WORD.match(text[end:].lstrip(" -‐‑–")[:30])
    linked = len(text[end:]) - len(text[end:].lstrip(" -‐‑–")) <= LINK_CHARS
    is_after = bool(behind and linked and behind.group().casefold() in table.after)
    return is_after or not table.before.isdisjoint([*words, *pairs])


@cache
def _pattern(terms: tuple[str, ...]) -> re.Pattern[str] | None:
    written = [re.escape(term.strip().lstrip("#")) for term in terms if term.strip().lstrip("#")]
    return re.compile(rf"(?<!\w)(?:{'|'.join(written)})(?!\w)", re.IGNORECASE) if written else None
