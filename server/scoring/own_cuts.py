"""The tier cuts that a brand uses: the default, a preset by name, or its own."""

from collections.abc import Mapping
from functools import lru_cache
from itertools import combinations

from server.domain.brand import Brand, Span, TierId
from server.domain.errors import InvalidInput
from server.scoring.tiers import Cut, Cuts, load_cuts, presets


def cuts_of(brand: Brand | None) -> Cuts:
    """Raises InvalidInput for a preset that does not exist and for cuts that overlap or do not rise."""
    wanted = brand.tier_cuts if brand else ""
    if not wanted:
        return load_cuts()
    if isinstance(wanted, str):
        return _preset(wanted)
    return _own(tuple(wanted.items()))


def _preset(name: str) -> Cuts:
    known = presets()
    if name not in known:
        raise _refusal(f"“{name}” is not a convention for tiers.", f"Use one of {', '.join(known)}.")
    return load_cuts(name)


@lru_cache(maxsize=64)
def _own(spans: tuple[tuple[TierId, Span], ...]) -> Cuts:
    """A tier that lies wholly in another one is nested in it. Kept for the last brands."""
    for id_, (low, high) in spans:
        if id_ == "below" or (high is not None and high <= low):
            raise _refusal(f"The cut of “{id_}” has no room.", "Give the lowest followers and the first too high.")
    outer = _inside(dict(spans))
    return tuple(Cut(id=id_, low=low, high=high, inside=outer.get(id_)) for id_, (low, high) in spans)


def _inside(spans: Mapping[TierId, Span]) -> dict[TierId, TierId]:
    """Each nested tier with the one that it lies in."""
    found: dict[TierId, TierId] = {}
    for one, other in combinations(spans, 2):
        if _apart(spans[one], spans[other]):
            continue
        inner, outer = (one, other) if _within(spans[one], spans[other]) else (other, one)
        if not _within(spans[inner], spans[outer]) or inner in found:
            raise _refusal(f"The tiers “{one}” and “{other}” overlap.", "Let one end where the other begins.")
        found[inner] = outer
    return found


def _apart(one: Span, other: Span) -> bool:
    return _ends_by(one, other[0]) or _ends_by(other, one[0])


def _ends_by(span: Span, followers: int) -> bool:
    return span[1] is not None and span[1] <= followers


def _within(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and (outer[1] is None or (inner[1] is not None and inner[1] <= outer[1]))


def _refusal(message: str, action: str) -> InvalidInput:
    return InvalidInput(message, field="tier_cuts", action=action)
