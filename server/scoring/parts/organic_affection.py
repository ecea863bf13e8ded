"""Organic affection: unpaid mentions of the brand itself or of brands in its world."""

from collections.abc import Iterator

from nlp.reading import Evidence
from server.scoring.facts import Facts, Measured, Part, not_asked, unknown
from server.scoring.phrases import counted, listed
from server.scoring.wishes import fold_name

NONE_SEEN = 0.35  # many who fit never tag a brand, so none in many posts is a little under the middle
FIRST = 0.75  # one unpaid mention; each further one halves what is missing
OWN_BONUS = 0.15  # naming the brand itself weighs more than naming a neighbour
LEAST_POSTS = 5  # fewer read posts without a mention say nothing
UNPAID = ("organic_brand", "none")


def measure(facts: Facts) -> Measured:
    """Grows with the number of posts or bio lines that name an own or adjacent brand without being paid.

    Unknown under five read posts without a mention; not asked when the brand names no adjacent brands and is not
    itself named.
    """
    hits = dict(_hits(facts))
    if hits:
        return _found(hits, facts)
    if not facts.wishes.liked:
        return not_asked("The brand names no adjacent brands.")
    posts = len(facts.places)
    if posts < LEAST_POSTS:
        return unknown("Too few posts to look for unpaid mentions of adjacent brands.")
    return Measured(
        value=NONE_SEEN,
        why=f"No unpaid mention of an adjacent brand in {counted(posts, 'post')}.",
        sure=posts / (posts + 4),
    )


def _found(hits: dict[str, tuple[str, tuple[Evidence, ...]]], facts: Facts) -> Measured:
    names = sorted({name for name, _ in hits.values()})
    value = 1 - (1 - FIRST) * 0.5 ** (len(hits) - 1)
    if any(fold_name(name) == facts.wishes.own for name in names):
        value = min(1.0, value + OWN_BONUS)
    return Measured(
        value=value,
        why=f"Names {listed(names)} unpaid, in {counted(len(hits), 'place')}.",
        evidence=tuple(item for _, evidence in hits.values() for item in evidence),
        sure=0.9,
        brief=f"names {listed(names, 2)} unpaid",
    )


def _hits(facts: Facts) -> Iterator[tuple[str, tuple[str, tuple[Evidence, ...]]]]:
    """Each place (a post or the head of the profile) with the liked brand named there and its words."""
    for place in facts.places:
        if place < len(facts.reading.posts) and facts.reading.posts[place].commercial in UNPAID:
            post = facts.reading.posts[place]
            name = next((name for name in post.brands if _is_liked(name, facts)), None)
            if name:
                yield f"caption:{place}", (name, _words_of(name, f"caption:{place}", post.evidence))
    for mention in facts.reading.mentions:
        head = tuple(item for item in mention.evidence if ":" not in item.source)
        if head and _is_liked(mention.name, facts):
            yield "bio", (mention.name, head)


def _words_of(name: str, source: str, evidence: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    named = tuple(item for item in evidence if fold_name(item.text) == fold_name(name))
    return named or tuple(item for item in evidence if item.source == source)


def _is_liked(name: str, facts: Facts) -> bool:
    folded = fold_name(name)
    return folded in facts.wishes.liked or folded == facts.wishes.own


PART = Part(id="organic_affection", label="Unpaid affection", measure=measure)
