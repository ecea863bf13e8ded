"""A brand's own words, cut to stems, and the words of a profile that share them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from server.domain.brand import Brand
from server.scoring.table_rows import read_table

WORD = re.compile(r"[^\W\d_]+", re.UNICODE)


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnWordRules:
    """`common` words carry no meaning; `each` is the share of the missing that one shared word fills."""

    each: float
    same_language: int
    least_letters: int
    least_stem: int
    endings: tuple[str, ...]
    common: frozenset[str]


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnWords:
    """`forms` maps every form of the brand's telling words to its stem: "mends", "mended" and "mending" to "mend".

    `telling` are all those forms. `common` are the everyday words that the brand uses (its language).
    """

    forms: Mapping[str, str]
    telling: frozenset[str]
    common: frozenset[str]


@cache
def load_own_words() -> OwnWordRules:
    """own_words.toml. Raises DataFault where a row is wrong."""
    table = read_table("own_words").allow("rules", "common")
    rules = table.row("rules").allow("each", "same_language", "least_letters", "least_stem", "endings")
    languages = table.row("common")
    return OwnWordRules(
        each=rules.number("each", high=1),
        same_language=int(rules.number("same_language")),
        least_letters=int(rules.number("least_letters", 1)),
        least_stem=int(rules.number("least_stem", 1)),
        endings=tuple(sorted(rules.texts("endings"), key=len, reverse=True)),
        common=frozenset(word for language in languages.values for word in languages.text(language).split()),
    )


def own_words_of(brand: Brand) -> OwnWords:
    """The forms and everyday words of a brand's claim and story; empty when it has neither."""
    return _own_words(brand.claim or "", brand.story or "")


@lru_cache(maxsize=64)
def _own_words(claim: str, story: str) -> OwnWords:
    """Kept for the last brands, as one brand looks at many profiles."""
    rules = load_own_words()
    words = words_of((claim, story))
    telling = {word for word in words - rules.common if len(word) >= rules.least_letters}
    stems = {stem(word) for word in telling}
    forms = {root + ending: root for root in sorted(stems) for ending in ("", *rules.endings)}
    forms.update((word, stem(word)) for word in telling)
    return OwnWords(forms=forms, telling=frozenset(forms), common=words & rules.common)


def words_of(texts: Iterable[str]) -> frozenset[str]:
    """Every word of some texts in small letters, each once."""
    return frozenset(WORD.findall("\n".join(texts).casefold()))


def stem(word: str) -> str:
    """A word without its ending: "mended" and "mending" are "mend"."""
    rules = load_own_words()
    for ending in rules.endings:
        if word.endswith(ending) and len(word) - len(ending) >= rules.least_stem:
            return word[: -len(ending)]
    return word
