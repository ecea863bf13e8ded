"""Reads the gazetteer of brands: names and handles by world, and names that are also plain words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from nlp.folding import fold
from nlp.lexicon_files import LEXICONS, check_keys, read_toml
from nlp.term_finder import TermFinder
from nlp.term_list import TermList

FOLDER = LEXICONS / "commerce" / "brands"
_KEYS = {"names", "handles", "ambiguous"}
_PREFIX = 5
"""A handle or hashtag that begins with a name of at least this many letters means the brand ("adidasthailand")."""


@dataclass(frozen=True, kw_only=True, slots=True)
class BrandName:
    """A name as its list writes it; `is_plain_word` names need a handle or a cue."""

    name: str
    is_plain_word: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class BrandNames:
    """Names findable in text, and squeezed for handles and hashtags."""

    terms: TermList[BrandName]
    handles: Mapping[str, str]
    prefixes: Mapping[str, str]

    def of_handle(self, squeezed: str) -> str | None:
        """The brand of a handle: listed, or beginning with a listed name."""
        return self.handles.get(squeezed) or self.of_prefix(squeezed)

    def of_prefix(self, squeezed: str) -> str | None:
        """The brand that a squeezed word begins with, the longest name first."""
        for cut in range(len(squeezed), _PREFIX - 1, -1):
            if squeezed[:cut] in self.prefixes:
                return self.prefixes[squeezed[:cut]]
        return None


@cache
def load_brand_names() -> BrandNames:
    """The shipped gazetteer; raises LexiconFault when a listed file is missing or holds unknown keys."""
    worlds = read_toml(FOLDER / "worlds.toml")["worlds"]
    names: list[BrandName] = []
    handles: list[str] = []
    for world in worlds:
        path = FOLDER / f"{world}.toml"
        data = read_toml(path)
        check_keys(path, data, _KEYS)
        names += [BrandName(name=name) for name in data.get("names", ())]
        names += [BrandName(name=name, is_plain_word=True) for name in data.get("ambiguous", ())]
        handles += data.get("handles", ())
    return build_brand_names(names, handles)


@lru_cache(maxsize=64)
def users_brand_names(brands: tuple[str, ...]) -> BrandNames:
    """The brands that the user cares about: names, or handles with @."""
    names = [BrandName(name=brand.removeprefix("@")) for brand in brands if brand.strip("@ ")]
    return build_brand_names(names, [brand for brand in brands if brand.startswith("@")])


@lru_cache(maxsize=64)
def users_brand_finder(brands: tuple[str, ...]) -> TermFinder:
    """Finds the names that the user cares about; one list."""
    return TermFinder((users_brand_names(brands).terms,))


def build_brand_names(names: Iterable[BrandName], handles: Iterable[str]) -> BrandNames:
    """One list of names; a handle shows as "@handle" unless a name squeezes to it."""
    terms: TermList[BrandName] = TermList()
    squeezed_names: dict[str, str] = {}
    prefixes: dict[str, str] = {}
    for brand in names:
        terms.add(brand.name, brand)
        squeezed = squeeze(brand.name)
        squeezed_names[squeezed] = brand.name
        if len(squeezed) >= _PREFIX and not brand.is_plain_word:
            prefixes[squeezed] = brand.name
    listed = {squeeze(handle): f"@{handle.removeprefix('@')}" for handle in handles}
    return BrandNames(terms=terms, handles=listed | squeezed_names, prefixes=prefixes)


def squeeze(name: str) -> str:
    """Letters and digits alone, folded."""
    return "".join(character for character in fold(name) if character.isalnum())
