"""What a fit part may look at, and what it answers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from nlp.reading import Evidence, Reading
from server.domain.annotation import Commercial, Engagement
from server.domain.profile import Post, Profile
from server.scoring.phrases import Naming
from server.scoring.post_choice import distinct_places
from server.scoring.strengths import strengths
from server.scoring.wishes import Wishes

LEAST_CHARACTERS = 40  # less text than this says nothing about niche or culture


@dataclass(frozen=True, kw_only=True, slots=True)
class Facts:
    """One profile seen by one brand. `followers` is None when unknown.

    `places` are the positions of the posts that count, each once. `texts` are (source, text) pairs of all words,
    None when only a stored annotation is at hand. `shown` holds how strongly each niche and signal shows, 0 to 1;
    `has_words` says whether anything could be read at all. `is_lean` is for ordering many: only values count, so a
    part may leave out reasons and words that are dear to find.
    """

    platform: str
    followers: int | None
    engagement: Engagement
    reading: Reading
    commercial: Commercial
    places: tuple[int, ...]
    texts: tuple[tuple[str, str], ...] | None
    wishes: Wishes
    shown: Mapping[str, float]
    has_words: bool
    is_lean: bool = False


class Measured(NamedTuple):
    """The answer of a part: `value` 0 to 1 or None when unknown, `why` in words, the words behind it.

    `sure` is the share of the value that the data hold down (1 from twelve posts, less from two); it widens the
    interval, never the score. `brief` is the clause for the one-sentence answer. `asked` is False when the brand
    has no wish here, so that nothing is missing. (A tuple, as twelve are made for each of ten thousand candidates.)
    """

    value: float | None
    why: str
    evidence: tuple[Evidence, ...] = ()
    sure: float = 1.0
    brief: str | Naming = ""
    asked: bool = True


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """A part of the fit: a stable id, the words on screen and its pure measure."""

    id: str
    label: str
    measure: Callable[[Facts], Measured]


def unknown(why: str) -> Measured:
    """The part's data are missing."""
    return Measured(value=None, why=why)


def not_asked(why: str) -> Measured:
    """The brand has no wish that this part could measure."""
    return Measured(value=None, why=why, asked=False)


def facts_of(
    profile: Profile, reading: Reading, engagement: Engagement, commercial: Commercial, wishes: Wishes
) -> Facts:
    """The facts of a profile that was just read."""
    texts = texts_of(profile)
    return Facts(
        platform=profile.platform,
        followers=profile.followers.value if profile.followers else None,
        engagement=engagement,
        reading=reading,
        commercial=commercial,
        places=distinct_places(profile.posts),
        texts=texts,
        wishes=wishes,
        shown=strengths(reading),
        has_words=has_words(reading, texts),
    )


def has_words(reading: Reading, texts: tuple[tuple[str, str], ...] | None) -> bool:
    """Whether anything could be read: a niche or signal that shows, or enough text to say that none does."""
    return bool(reading.niches or reading.signals) or sum(len(text) for _, text in texts or ()) >= LEAST_CHARACTERS


def texts_of(profile: Profile) -> tuple[tuple[str, str], ...]:
    """Every text of a profile with the source that evidence names it by."""
    head = (("bio", profile.bio), ("name", profile.name), ("category", profile.category))
    captions = tuple((f"caption:{place}", _caption(profile.posts[place])) for place in distinct_places(profile.posts))
    return tuple((source, text) for source, text in (*head, *captions) if text)


def _caption(post: Post) -> str:
    return post.caption or ""
