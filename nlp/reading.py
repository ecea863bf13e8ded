"""What the reader takes and gives: plain dataclasses, all that other rooms may import of `nlp`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Facet = Literal["aesthetic", "scene", "craft", "value", "format"]
PostClass = Literal["paid", "gifted", "affiliate", "own_promo", "organic_brand", "none"]

POST_CLASSES: tuple[PostClass, ...] = ("paid", "gifted", "affiliate", "own_promo", "organic_brand", "none")


@dataclass(frozen=True, kw_only=True, slots=True)
class LinkText:
    """A link as the page printed it; the title is "" when the page gave none."""

    url: str
    title: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class PostText:
    """The words of one post. `paid_label`: the platform's own mark, None when the page did not say."""

    caption: str = ""
    paid_label: bool | None = None
    tagged: tuple[str, ...] = ()
    place: str = ""
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class ProfileText:
    """All words of one profile. Absent text is ""; `posts` keep the order of the page."""

    handle: str = ""
    name: str = ""
    bio: str = ""
    category: str = ""
    links: tuple[LinkText, ...] = ()
    posts: tuple[PostText, ...] = ()
    brands: tuple[str, ...] = ()
    """Brand names or @handles that the user cares about (adjacent, rival, own), besides the shipped gazetteer."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Evidence:
    """The exact characters behind an item: `text == source_text[start:end]`, in Unicode code points.

    `source` is bio, name, category, link, caption:N or label:N (N counts posts from 0; for link, offsets lie in
    the url or the title, whichever holds the text).
    """

    source: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Niche:
    """A niche of the taxonomy with its calibrated score, 0 to 1, and the words that show it (never empty)."""

    id: str
    score: float
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Signal:
    """A cultural signal of the taxonomy, 0 to 1, and the words that show it (never empty)."""

    id: str
    facet: Facet
    score: float
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Keyword:
    """A key phrase beyond the taxonomy, 0 to 1 within this profile."""

    text: str
    score: float
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class PostReading:
    """The commercial class of one post, the brands it names and the words that decided."""

    commercial: PostClass = "none"
    brands: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """A place named in the text; `country` is ISO 3166-1 alpha-2 or None when it is open."""

    text: str
    country: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Contact:
    """A way to write to the account that it gives itself: kind is mail, phone, messenger or manager."""

    kind: str
    text: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class BrandMention:
    """A commercial brand named anywhere: `name` as the gazetteer or the user writes it, `posts` counted from 0."""

    name: str
    posts: tuple[int, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """What the text of one profile says. Empty means that nothing was shown, not that it is false.

    `niches` are the answer, best first, at most three; `niche_scores` holds every niche's calibrated score, also
    those below the threshold of an answer. `posts` has one entry a post, in order. `meaning` is how strongly all
    words speak for each niche, in the taxonomy's order, about 0 to 1 and before any calibration; () when no word
    is known.
    """

    niches: tuple[Niche, ...] = ()
    signals: tuple[Signal, ...] = ()
    keywords: tuple[Keyword, ...] = ()
    posts: tuple[PostReading, ...] = ()
    languages: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    contacts: tuple[Contact, ...] = ()
    mentions: tuple[BrandMention, ...] = ()
    niche_scores: Mapping[str, float] = field(default_factory=dict)
    meaning: tuple[float, ...] = ()
    notes: tuple[str, ...] = ()
    version: str = ""
