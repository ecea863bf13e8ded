"""How a brand speaks, told from its own words; proposed for the user to confirm, never part of a score."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from nlp.reading import Evidence
from server.scoring.table_rows import Row, read_table

_SENTENCE = re.compile(r"[^.!?\n]+")
_WORD = re.compile(r"\w+", re.UNICODE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Tone:
    """One row of tones.toml. `words` finds them, `marks` are characters; `is_short`: short sentences tell of it."""

    id: str
    label: str
    words: re.Pattern[str]
    marks: str
    is_short: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class ToneTable:
    """All tones; from `least` cues on one is proposed, at most `most` of them."""

    tones: Mapping[str, Tone]
    least: int
    most: int
    short_words: float


@cache
def load_tones() -> ToneTable:
    """tones.toml. Raises DataFault where a row is wrong."""
    table = read_table("tones")
    rules = table.row("rules").allow("least", "most", "short_words")
    tones = {id_: _tone(id_, row) for id_, row in table.rows() if id_ != "rules"}
    return ToneTable(
        tones=tones,
        least=int(rules.number("least", 1)),
        most=int(rules.number("most", 1)),
        short_words=rules.number("short_words", 1),
    )


def tones_of(text: str) -> dict[str, tuple[Evidence, ...]]:
    """The tones that a text shows, the one with most cues first, each with its words; {} when it shows none.

    Evidence counts in `text`, whose source is called bio as in a reading.
    """
    table = load_tones()
    is_short = _mean_length(text) <= table.short_words
    cues = {tone.id: _cues(tone, text) for tone in table.tones.values()}
    counts = {
        id_: len({item.text.casefold() for item in found}) + (is_short and table.tones[id_].is_short and bool(found))
        for id_, found in cues.items()
    }
    ranked = sorted(counts, key=lambda id_: (-counts[id_], id_))
    return {id_: cues[id_] for id_ in ranked[: table.most] if counts[id_] >= table.least}


def _tone(id_: str, row: Row) -> Tone:
    row.allow("label", "marks", "short", "words")
    words = row.row("words")
    terms = [term for language in words.values for term in words.texts(language)]
    return Tone(
        id=id_,
        label=row.text("label"),
        words=re.compile(rf"(?<!\w)(?:{'|'.join(map(_expression, terms))})(?!\w)", re.IGNORECASE),
        marks=str(row.values.get("marks", "")),
        is_short=row.values.get("short") is True,
    )


def _expression(term: str) -> str:
    return re.escape(term.removesuffix("*")) + (r"\w*" if term.endswith("*") else "")


def _cues(tone: Tone, text: str) -> tuple[Evidence, ...]:
    spans = [hit.span() for hit in tone.words.finditer(text)]
    spans += [(place, place + 1) for place, sign in enumerate(text) if sign in tone.marks]
    return tuple(Evidence(source="bio", start=start, end=end, text=text[start:end]) for start, end in spans)


def _mean_length(text: str) -> float:
    """Words a sentence; endless without any."""
    lengths = [len(_WORD.findall(sentence)) for sentence in _SENTENCE.findall(text)]
    told = [length for length in lengths if length]
    return sum(told) / len(told) if told else float("inf")
