"""A list's segments of culture in words: who covers each wish, what is missing, who bridges two."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from server.domain.account import Account
from server.domain.brand import Brand
from server.services.list_segments import list_segments
from server.services.ports import Body
from server.web.pages.shown import names

MOST_BRIDGES = 5
NOBODY: Mapping[Account, Account] = {}
Person = tuple[str, str]
"""Id and name of a candidate."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Circle:
    """A wish and the people who cover it, strongest first."""

    label: str
    people: tuple[Person, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Circles:
    """Circles in the order of how much they are wanted, labels of the missing ones, and (person, one, other)."""

    circles: tuple[Circle, ...]
    missing: tuple[str, ...]
    bridges: tuple[tuple[Person, str, str], ...]


def circles_of(rows: Iterable[Body], brand: Brand | None, joins: Mapping[Account, Account] = NOBODY) -> Circles | None:
    """Of two joined accounts a circle shows the stronger one, a bridge too.

    None when the brand has chosen no niche and no signal: then there is nothing to cover.
    """
    if brand is None or not (brand.niches or brand.signals):
        return None
    bodies = list(rows)
    called = {body["id"]: str(body["profile"].get("name") or body["handle"]) for body in bodies}
    whose = {body["id"]: person_of(Account.of(body), joins) for body in bodies}
    found = list_segments(bodies, brand)
    strongest = {whose[bridge.person]: bridge for bridge in reversed(found.bridges)}
    bridges = [bridge for bridge in found.bridges if strongest[whose[bridge.person]] is bridge]
    return Circles(
        circles=tuple(
            Circle(
                label=names.label(one.wish), people=tuple((key, called[key]) for key in once_each(one.people, whose))
            )
            for one in found.segments
        ),
        missing=tuple(names.label(wish) for wish in found.missing),
        bridges=tuple(
            ((one.person, called[one.person]), names.label(one.one), names.label(one.other))
            for one in bridges[:MOST_BRIDGES]
        ),
    )


def person_of(own: Account, joins: Mapping[Account, Account]) -> str:
    """One word for the person behind an account and the one that is joined with it."""
    return min(own.id, joins.get(own, own).id)


def once_each(keys: Iterable[str], whose: Mapping[str, str]) -> tuple[str, ...]:
    """The first candidate of each person, in the same order."""
    first: dict[str, str] = {}
    for key in keys:
        first.setdefault(whose[key], key)
    return tuple(first.values())
