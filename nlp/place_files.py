"""Reads the places by country: names of countries, cities, regions and sights."""

from dataclasses import dataclass
from functools import cache

from nlp.errors import LexiconFault
from nlp.lexicon_files import LEXICONS, check_keys, read_toml
from nlp.term_list import TermList

FOLDER = LEXICONS / "places"
_KEYS = {"names", "country_names", "ambiguous"}


@dataclass(frozen=True, kw_only=True, slots=True)
class PlaceName:
    """A name with its country (ISO 3166-1 alpha-2); `is_plain_word` names need a cue before them."""

    name: str
    country: str
    is_country: bool = False
    is_plain_word: bool = False


@cache
def load_place_names() -> TermList[PlaceName]:
    """The shipped places; raises LexiconFault when a listed file is missing or a country code is wrong."""
    terms: TermList[PlaceName] = TermList()
    for region in read_toml(FOLDER / "regions.toml")["regions"]:
        path = FOLDER / f"{region}.toml"
        for country, lists in read_toml(path).items():
            if len(country) != 2 or not country.isupper():
                raise LexiconFault(path, f"[{country}] is no country code", action="Use ISO 3166-1 alpha-2")
            check_keys(path, lists, _KEYS)
            for kind, names in lists.items():
                for name in names:
                    place = PlaceName(
                        name=name,
                        country=country,
                        is_country=kind == "country_names",
                        is_plain_word=kind == "ambiguous",
                    )
                    terms.add(name, place)
    return terms
