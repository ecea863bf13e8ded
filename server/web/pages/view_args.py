"""The address of a list as a view, and the addresses that a page offers from there."""

from dataclasses import dataclass
from urllib.parse import urlencode

from werkzeug.datastructures import MultiDict

from server.domain.candidate import STAGES
from server.services.ports import CandidateView
from server.web.pages.shown import names

PAGE_SIZE = 50
MANY = ("platform", "tier", "niche", "signal", "language", "stage", "tag")
ONE = ("q", "fit", "load", "sort", "look", "density", "page")
SORTS = {
    "fit": "Fit",
    "saved_at": "Saved",
    "followers": "Followers",
    "engagement": "Engagement",
    "handle": "Handle",
    "stage": "Stage",
}
DEFAULT_SORT = "-saved_at"
Args = MultiDict[str, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Filter:
    """A filter in use: what it says, and the address of the same view without it."""

    words: str
    without: str


def cleaned(args: Args) -> Args:
    """Only what the page knows, without empty values."""
    kept: Args = MultiDict()
    for name in (*MANY, *ONE):
        for value in args.getlist(name)[: None if name in MANY else 1]:
            if value.strip():
                kept.add(name, value.strip()[:200])
    return kept


def view_of(args: Args, list_id: str) -> CandidateView:
    """The view that cleaned args ask for; what is not a number or no known word is left out."""
    sort = args.get("sort", DEFAULT_SORT)
    return CandidateView(
        list_id=list_id,
        text=args.get("q", ""),
        platforms=tuple(args.getlist("platform")),
        tiers=tuple(args.getlist("tier")),
        niches=tuple(args.getlist("niche")),
        signals=tuple(args.getlist("signal")),
        languages=tuple(args.getlist("language")),
        stages=tuple(stage for stage in args.getlist("stage") if stage in STAGES),
        tags=tuple(args.getlist("tag")),
        fit_from=whole(args.get("fit")),
        load_to=share(args.get("load")),
        sort=sort.removeprefix("-"),
        descending=sort.startswith("-"),
        offset=(page_of(args) - 1) * PAGE_SIZE,
        limit=PAGE_SIZE,
    )


def page_of(args: Args) -> int:
    """The page's number from 1."""
    return min(max(1, whole(args.get("page")) or 1), 1_000_000)


def whole(text: str | None) -> int | None:
    """A whole number from 0, None for anything else."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 9 else None


def share(text: str | None) -> float | None:
    """Percent as a share, None for anything else."""
    percent = whole(text)
    return None if percent is None else percent / 100


def link(args: Args, **changes: str | None) -> str:
    """The query of the same view with some args set (None: taken away); paging starts anew."""
    kept: Args = MultiDict([(k, v) for k, v in args.items(multi=True) if k not in changes and k != "page"])
    for name, value in changes.items():
        if value is not None:
            kept.add(name, value)
    return "?" + urlencode(list(kept.items(multi=True)))


def sort_link(args: Args, column: str) -> str:
    """Sort by a column, the other way round when it is sorted by already; numbers start with the highest."""
    now = args.get("sort", DEFAULT_SORT)
    first = column if column in ("handle", "stage") else f"-{column}"
    other = column if first.startswith("-") else f"-{column}"
    return link(args, sort=other if now == first else first)


def sorted_as(args: Args, column: str) -> str | None:
    """The value for aria-sort."""
    now = args.get("sort", DEFAULT_SORT)
    return {column: "ascending", f"-{column}": "descending"}.get(now)


def filters(args: Args) -> tuple[Filter, ...]:
    """The filters in use as removable chips."""
    found = [Filter(words=f"“{args['q']}”", without=link(args, q=None))] if "q" in args else []
    for name in MANY:
        values = args.getlist(name)
        for value in values:
            rest: Args = MultiDict([(k, v) for k, v in args.items(multi=True) if (k, v) != (name, value)])
            found.append(Filter(words=words_of(name, value), without=link(rest)))
    if "fit" in args:
        found.append(Filter(words=f"Fit from {args['fit']}", without=link(args, fit=None)))
    if "load" in args:
        found.append(Filter(words=f"Commercial up to {args['load']}%", without=link(args, load=None)))
    return tuple(found)


def words_of(name: str, value: str) -> str:
    """What a filter says."""
    tables = {"platform": names.PLATFORMS, "tier": names.TIERS, "stage": names.STAGES}
    if name in ("niche", "signal"):
        return names.label(value)
    if name in tables:
        return tables[name].get(value, value)
    return f"Tag: {value}" if name == "tag" else f"Language: {value}"
