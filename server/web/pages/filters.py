"""The filters in use as chips that can be taken away, and which one to loosen when nobody matches."""

from collections.abc import Callable
from dataclasses import dataclass

from server.scoring.locale_names import country, language
from server.web.pages.shown import figures, names
from server.web.pages.view_args import FILTERS, MANY, WAITING, Args, day, link

Count = Callable[[Args], int]
MOST_LOOSENED = 12
"""Filters that are counted without; with more of them in use no single one is the reason."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Filter:
    """A filter in use: what it says, and the address of the same view without it."""

    words: str
    without: str
    rest: Args


@dataclass(frozen=True, kw_only=True, slots=True)
class Loosened:
    """What there would be without one filter."""

    filter: Filter
    people: int


def filters(args: Args) -> tuple[Filter, ...]:
    """The filters in use, in the order of the panel."""
    pairs = [(name, value) for name in FILTERS for value in args.getlist(name)[: None if name in MANY else 1]]
    return tuple(filter_of(args, name, value) for name, value in pairs)


def filter_of(args: Args, name: str, value: str) -> Filter:
    """One filter as a chip."""
    rest: Args = Args([(k, v) for k, v in args.items(multi=True) if (k, v) != (name, value) and k != "page"])
    return Filter(words=words_of(name, value), without=link(rest), rest=rest)


def cleared(args: Args) -> str:
    """The address of the same look and order without any filter."""
    return link(Args([(name, value) for name, value in args.items(multi=True) if name not in FILTERS]))


def loosened(args: Args, count: Count) -> tuple[Loosened, ...]:
    """For each filter how many there are without it, most first; those that would not help are left out."""
    found = [Loosened(filter=each, people=count(each.rest)) for each in filters(args)[:MOST_LOOSENED]]
    return tuple(sorted((one for one in found if one.people), key=lambda one: -one.people))


def words_of(name: str, value: str) -> str:
    """What a filter says."""
    return WORDS[name](value)


WORDS: dict[str, Callable[[str], str]] = {
    "q": lambda value: f"“{value}”",
    "platform": lambda value: names.PLATFORMS.get(value, value),
    "tier": lambda value: names.TIERS.get(value, value),
    "niche": names.label,
    "signal": names.label,
    "language": lambda value: f"Language: {language(value)}",
    "place": lambda value: f"Place: {country(value)}",
    "stage": lambda value: names.STAGES.get(value, value),
    "tag": lambda value: f"Tag: {value}",
    "fit": lambda value: f"Fit from {value}",
    "load": lambda value: f"Commercial up to {value}%",
    "saved": lambda value: f"Saved in the last {value} days",
    "since": lambda value: f"Saved from {shown_day(value)}",
    "posts": lambda value: "Posts wait for you" if value == WAITING else value,
    "until": lambda value: f"Saved up to {shown_day(value)}",
}
"""A line for each of `view_args.FILTERS`; a test says when one is missing."""


def shown_day(text: str) -> str:
    """A day in words, what was typed when it is none."""
    return figures.day(text) if day(text) else text
