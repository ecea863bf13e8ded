"""The English names of languages and countries, from the Unicode locale data that Babel ships."""

from collections.abc import Mapping
from functools import cache

from babel import Locale


def language(code: str) -> str:
    """The name of an ISO 639-1 code, the code itself where there is none."""
    return _names("languages").get(code, code)


def country(code: str) -> str:
    """The name of an ISO 3166-1 code of two letters; anything else (a town's own name) stays as it is."""
    return _names("territories").get(code, code) if len(code) == 2 and code.isupper() else code


@cache
def _names(kind: str) -> Mapping[str, str]:
    found: Mapping[str, str] = getattr(Locale("en"), kind)
    return found
