"""The address of a list as a view, and the addresses that a page offers from there."""

from datetime import date, datetime, timedelta
from urllib.parse import urlencode

from werkzeug.datastructures import MultiDict

from server.domain.candidate import STAGES
from server.services.candidate_records import stamp
from server.services.ports import CandidateView

PAGE_SIZE = 50
MANY = ("platform", "tier", "niche", "signal", "language", "place", "stage", "tag")
FILTERS = ("q", *MANY, "fit", "load", "saved", "since", "until", "posts")
ONE = ("q", "fit", "load", "saved", "since", "until", "posts", "sort", "look", "density", "page")
WAITING = "waiting"
"""The one value of `posts`: those of whom a post waits for a decision (`asked_view`)."""
MOST_OF_ONE = 60
"""Values of one filter; the page offers fewer, an address can name any number."""
DAYS = (7, 30, 90)
"""Saved in so many last days."""
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


def cleaned(args: Args) -> Args:
    """Only what the page knows, without empty values and doubles."""
    kept: Args = MultiDict()
    for name in (*MANY, *ONE):
        given = (value.strip()[:200] for value in args.getlist(name)[: None if name in MANY else 1])
        for value in list(dict.fromkeys(filter(None, given)))[:MOST_OF_ONE]:
            kept.add(name, value)
    return kept


def view_of(args: Args, list_id: str, now: datetime) -> CandidateView:
    """The view that cleaned args ask for; what is not a number, a day or a known word is left out."""
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
        places=tuple(args.getlist("place")),
        saved_from=saved_from(args, now),
        saved_before=saved_before(args),
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


def saved_from(args: Args, now: datetime) -> str | None:
    """The later of the first day and so many days ago, as a stamp."""
    days, first = whole(args.get("saved")), day(args.get("since"))
    found = [stamp(now - timedelta(days=min(days, 36_500)))] if days else []
    found += [f"{first.isoformat()}T00:00:00.000Z"] if first else []
    return max(found, default=None)


def saved_before(args: Args) -> str | None:
    """The start of the day after the last one, as a stamp."""
    last = day(args.get("until"))
    return f"{(last + timedelta(days=1)).isoformat()}T00:00:00.000Z" if last and last.year < 9999 else None


def day(text: str | None) -> date | None:
    """An ISO day, None for anything else."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


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


def query_of(args: Args) -> str:
    """What a saved view keeps: filters and order, always in the same sequence; not the page or the look."""
    return urlencode([(name, value) for name in (*FILTERS, "sort") for value in sorted(args.getlist(name))])


def look_of(args: Args) -> str:
    """How the list is drawn, which stays from view to view."""
    return urlencode([(name, args[name]) for name in ("look", "density") if name in args])


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
