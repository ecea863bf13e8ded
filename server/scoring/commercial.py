"""How many posts of each commercial class, and the share that somebody paid for in money or goods."""

from collections.abc import Iterable, Sequence

from nlp.reading import POST_CLASSES, PostReading
from server.domain.annotation import Commercial
from server.domain.profile import Post
from server.scoring.post_choice import distinct_places

LOADED = ("paid", "gifted", "affiliate")


def commercial_of(readings: Sequence[PostReading], posts: Sequence[Post]) -> Commercial:
    """Counts over the distinct posts that have words or a label; the load is None when there are none."""
    places = [place for place in readable_places(posts) if place < len(readings)]
    return count_classes(readings[place].commercial for place in places)


def readable_places(posts: Sequence[Post]) -> tuple[int, ...]:
    """Positions of the distinct posts whose class can be told: they have words, or the platform's label."""
    return tuple(place for place in distinct_places(posts) if is_readable(posts[place]))


def is_readable(post: Post) -> bool:
    """Whether the post says anything about being paid for or not."""
    return bool((post.caption or "").strip()) or post.paid_label is not None


def count_classes(classes: Iterable[str]) -> Commercial:
    """The counts of a row of classes, every class named, and their load."""
    counts: dict[str, int] = dict.fromkeys(POST_CLASSES, 0)
    for name in classes:
        counts[name] += 1
    total = sum(counts.values())
    return Commercial(counts=counts, load=sum(counts[name] for name in LOADED) / total if total else None)
