"""The forms under which a folded word may stand in a list of terms: plural, Arabic and Korean attachments."""

import re
from functools import lru_cache

_PARTICLE = re.compile(
    "(?<=[\uac00-\ud7a3]{2})(?:은|는|이|가|을|를|의|에|도|와|과|로|으로|에서|하는|하고|입니다|이에요|예요|이다|들|만)$"
)
_MEMO = 6_000


@lru_cache(maxsize=_MEMO)
def forms(norm: str) -> tuple[str, ...]:
    """The word itself first, then what it is without a regular ending or an attached particle."""
    if norm.isascii():
        return (norm, *_singulars(norm))
    if "\u0621" <= norm[0] <= "\u064a":
        return (norm, norm[1:]) if norm[0] in "وبل" and len(norm) > 3 else (norm,)
    if "\uac00" <= norm[0] <= "\ud7a3":
        bare = _PARTICLE.sub("", norm)
        return (norm,) if bare == norm else (norm, bare)
    return (norm,)


def _singulars(norm: str) -> tuple[str, ...]:
    if len(norm) < 4 or norm[-1] != "s" or norm.endswith("ss"):
        return ()
    if norm.endswith("ies"):
        return (norm[:-1], norm[:-3] + "y")
    if norm.endswith(("ses", "xes", "zes", "ches", "shes", "oes", "res", "les", "nes", "des")):
        return (norm[:-1], norm[:-2])
    return (norm[:-1],)
