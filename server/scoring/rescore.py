"""Another brand's fit for a saved candidate, from what was stored when it was read."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from server.domain.annotation import Fit
from server.domain.brand import Brand
from server.domain.errors import InvalidInput
from server.scoring.facts import Facts, has_words
from server.scoring.fit import fit_of, score_of
from server.scoring.stored import commercial_from_json, engagement_from_json, reading_from_json
from server.scoring.strengths import strengths
from server.scoring.weights import weights_of
from server.scoring.wishes import Wishes, wishes_of

Json = Mapping[str, Any]
MARKS = ("caption", "likes", "comments", "views", "published_at")
SAYING = (*MARKS, "labels", "paid_label")


def rescore(annotation: Json, brand: Brand, profile: Json | None = None) -> Fit:
    """The fit of one stored annotation for `brand`.

    With the stored `profile` (the contract's JSON) it is the number that reading the page again would give; without
    it the parts that need the words themselves stay unknown. Raises InvalidInput where the JSON is not an annotation.
    """
    return fit_of(stored_facts(annotation, profile, wishes_of(brand)))


def score_all(stored: Iterable[tuple[Json, Json | None]], brand: Brand) -> Iterator[int | None]:
    """The scores of many (annotation, profile) pairs, in their order: the numbers of `rescore` and nothing else."""
    wishes, weights = wishes_of(brand), weights_of(brand)
    return (score_of(stored_facts(annotation, profile, wishes, lean=True), weights) for annotation, profile in stored)


def stored_facts(annotation: Json, profile: Json | None, wishes: Wishes, *, lean: bool = False) -> Facts:
    """The facts of a stored annotation. Raises InvalidInput where something is missing."""
    try:
        return _facts(annotation, profile, wishes, lean)
    except (KeyError, TypeError, AttributeError) as error:
        raise InvalidInput(
            f"The stored annotation cannot be read: {error}.", action="Open the profile again to read it anew."
        ) from error


def _facts(annotation: Json, profile: Json | None, wishes: Wishes, lean: bool) -> Facts:
    reading = reading_from_json(annotation, lean=lean)
    places = _distinct(profile.get("posts") or ()) if profile is not None else tuple(range(len(reading.posts)))
    texts = _texts(profile, places) if profile is not None else None
    return Facts(
        platform=annotation["platform"],
        followers=annotation["tier"]["followers"] if annotation["tier"] else None,
        engagement=engagement_from_json(annotation["engagement"]),
        reading=reading,
        commercial=commercial_from_json(annotation["commercial"]),
        places=places,
        texts=texts,
        wishes=wishes,
        shown=strengths(reading),
        has_words=has_words(reading, texts),
        is_lean=lean,
    )


def _texts(profile: Json, places: tuple[int, ...]) -> tuple[tuple[str, str], ...]:
    head = ((name, profile.get(name)) for name in ("bio", "name", "category"))
    posts = profile.get("posts") or ()
    captions = ((f"caption:{place}", posts[place].get("caption")) for place in places if place < len(posts))
    return tuple((source, text) for source, text in (*head, *captions) if text)


def _distinct(posts: Iterable[Json]) -> tuple[int, ...]:
    """As `distinct_places`, over stored posts."""
    first: dict[object, int] = {}
    for place, post in enumerate(posts):
        if post.get("caption") or any(post.get(name) not in (None, "", []) for name in SAYING):
            first.setdefault(post.get("id") or tuple([post.get(name) for name in MARKS]), place)
    return tuple(first.values())
