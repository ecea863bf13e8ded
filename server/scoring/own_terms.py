"""Words that the user taught for a niche or signal, found in a profile and added to what the reader found."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from nlp.reading import Evidence, Niche, ProfileText, Reading, Signal
from nlp.taxonomy import load_taxonomy
from server.scoring.table_rows import read_table

MOST_NICHES = 3
"""As many as `Reading.niches` holds."""


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnTerms:
    """What the user says shows a niche or signal: its id and the words, as typed."""

    item: str
    words: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnTermRules:
    """How sure one place makes, and each more; the shortest word that may be taught."""

    one: float
    each_more: float
    most: float
    least_letters: int

    def score(self, places: int) -> float:
        """0 to 1 for so many places, from 1."""
        return min(self.most, self.one + self.each_more * (places - 1))


@cache
def load_own_term_rules() -> OwnTermRules:
    """own_terms.toml. Raises DataFault where a row is wrong."""
    rules = read_table("own_terms").allow("rules").row("rules").allow("one", "each_more", "most", "least_letters")
    return OwnTermRules(
        one=rules.number("one", 0, 1),
        each_more=rules.number("each_more", 0, 1),
        most=rules.number("most", 0, 1),
        least_letters=int(rules.number("least_letters", 1)),
    )


def with_own_terms(reading: Reading, profile: ProfileText, taught: Iterable[OwnTerms]) -> Reading:
    """The reading with what the taught words show; ids that the taxonomy does not have any more are left out."""
    for terms in taught:
        shown = tuple(places_of(profile, terms.words))
        if shown:
            reading = _with_item(reading, terms.item, shown)
    return reading


def places_of(profile: ProfileText, words: Iterable[str]) -> Iterator[Evidence]:
    """Where the words stand in name, bio and captions, as whole words, also run together in a hashtag."""
    texts = [("name", profile.name), ("bio", profile.bio)]
    texts += [(f"caption:{number}", post.caption) for number, post in enumerate(profile.posts)]
    found = pattern_of(tuple(words))
    for source, text in texts:
        for hit in found.finditer(text) if found else ():
            yield Evidence(source=source, start=hit.start(), end=hit.end(), text=hit[0])


@lru_cache(maxsize=256)
def pattern_of(words: tuple[str, ...]) -> re.Pattern[str] | None:
    """One pattern for all words, longest first; blanks and hyphens may be missing or doubled. None for no words."""
    parts = [
        r"[\s\-_]*".join(map(re.escape, re.findall(r"\w+", word))) for word in sorted(words, key=len, reverse=True)
    ]
    parts = [part for part in parts if part]
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE) if parts else None


def _with_item(reading: Reading, item: str, shown: tuple[Evidence, ...]) -> Reading:
    taxonomy, score = load_taxonomy(), load_own_term_rules().score(len(shown))
    if item in taxonomy.niches:
        return _with_niche(reading, item, score, shown)
    entry = taxonomy.signals.get(item)
    return _with_signal(reading, Signal(id=item, facet=entry.facet, score=score, evidence=shown)) if entry else reading  # type: ignore[arg-type]


def _with_niche(reading: Reading, item: str, score: float, shown: tuple[Evidence, ...]) -> Reading:
    known = next((niche for niche in reading.niches if niche.id == item), None)
    surer = max(score, reading.niche_scores.get(item, 0.0), known.score if known else 0.0)
    made = Niche(id=item, score=surer, evidence=merged(known.evidence if known else (), shown))
    others = [niche for niche in reading.niches if niche.id != item]
    ranked = sorted((made, *others), key=lambda niche: -niche.score)[:MOST_NICHES]
    return replace(reading, niches=tuple(ranked), niche_scores={**reading.niche_scores, item: surer})


def _with_signal(reading: Reading, made: Signal) -> Reading:
    known = next((signal for signal in reading.signals if signal.id == made.id), None)
    if known:
        score, words = max(made.score, known.score), merged(known.evidence, made.evidence)
        made = replace(made, score=score, evidence=words)
    others = [signal for signal in reading.signals if signal.id != made.id]
    return replace(reading, signals=tuple(sorted((made, *others), key=lambda signal: -signal.score)))


def merged(known: tuple[Evidence, ...], more: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """Both, without places that are inside one that is there."""
    new = [one for one in more if not any(_inside(one, other) for other in known)]
    return (*known, *new)


def _inside(one: Evidence, other: Evidence) -> bool:
    return one.source == other.source and other.start <= one.start and one.end <= other.end
