"""Terms with their niche, to teach what a niche sounds like: seeds, lexicon, and words that say nothing."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
LEXICONS = HERE.parent / "lexicons" / "niches"
NOTHING = "-"
"""The niche of words that stand for none."""

LEXICON_WEIGHT, WEAK_SHARE = 0.05, 0.3
"""Seeds count 1 each; the lexicon, read at run time anyway, only steadies the fit."""


@dataclass(frozen=True)
class Term:
    """A word or phrase and the niche it stands for. `language` is "" where the list does not say."""

    text: str
    niche: str
    weight: float
    language: str = ""


def read_terms() -> list[Term]:
    """All terms, seeds first."""
    return [*seeds(HERE / "seeds.toml"), *nothing(HERE / "background.toml"), *lexicon(LEXICONS)]


def seeds(path: Path) -> Iterator[Term]:
    """The maker's own lists."""
    for niche, terms in tomllib.loads(path.read_text(encoding="utf-8")).items():
        yield from (Term(text.strip(), niche, 1.0) for text in terms.split(","))


def nothing(path: Path) -> Iterator[Term]:
    """Everyday words."""
    for terms in tomllib.loads(path.read_text(encoding="utf-8")).values():
        yield from (Term(text.strip(), NOTHING, 1.0) for text in terms.split(","))


def lexicon(folder: Path) -> Iterator[Term]:
    """The terms of the shipped lexicon, stems without their star."""
    for path in sorted(folder.glob("*.toml")):
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        for strength, share in (("strong", 1.0), ("weak", WEAK_SHARE)):
            for language, terms in table.get(strength, {}).items():
                texts = dict.fromkeys(text.rstrip("*").strip() for text in terms)
                yield from (Term(text, table["id"], LEXICON_WEIGHT * share, language) for text in texts)
