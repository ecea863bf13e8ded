"""Which posts of a profile name one brand, how each is classed, and the very words."""

import re
from collections.abc import Iterator
from hashlib import sha256

from nlp.reading import Evidence, Reading
from server.domain.brand import Brand
from server.domain.post_offer import OfferClass, PostOffer
from server.domain.profile import Post, Profile
from server.scoring.post_choice import distinct_places
from server.services.candidate_records import stamp
from server.services.ports import Clock

AROUND = 60
"""Characters of the caption kept on each side of the words."""
CLASSED: dict[str, OfferClass] = {"paid": "paid", "gifted": "gifted", "affiliate": "affiliate"}
"""Classes of the reader that stay what they are; every other post that names the brand is organic."""
_SIGNS = re.compile(r"[\W_]+")


def named_posts(profile: Profile, reading: Reading, brand: Brand, *, clock: Clock) -> Iterator[PostOffer]:
    """The distinct posts that name the brand in words the reader found, tag its handle or are co-authored by it.

    `reading` must have been made with the brand's name among the names to look for.
    """
    named = dict(proofs(reading, brand))
    for place in distinct_places(profile.posts):
        post = profile.posts[place]
        tag = next(
            (handle for handle in (*post.tagged, *post.coauthors) if squeezed(handle) == squeezed(brand.name)), None
        )
        if place not in named and tag is None:
            continue
        before, words, after = excerpt(post.caption or "", named[place]) if place in named else ("", f"@{tag}", "")
        yield PostOffer(
            id=offer_id(brand, profile, post),
            brand=brand.id or "",
            platform=profile.platform,
            handle=(profile.handle or "").lower(),
            post=post.id,
            commercial=CLASSED.get(reading.posts[place].commercial, "organic"),
            before=before,
            words=words,
            after=after,
            published_at=stamp(post.published_at) if post.published_at else None,
            likes=post.likes,
            comments=post.comments,
            views=post.views,
            found_at=stamp(clock()),
        )


def proofs(reading: Reading, brand: Brand) -> Iterator[tuple[int, Evidence]]:
    """The place of each caption that names the brand, with the first words that do."""
    mention = next((each for each in reading.mentions if each.name == brand.name), None)
    for proof in reversed(mention.evidence if mention else ()):
        if proof.source.startswith("caption:"):
            yield int(proof.source.removeprefix("caption:")), proof


def excerpt(caption: str, proof: Evidence) -> tuple[str, str, str]:
    """What stands before the words, the words, and what stands after them."""
    start, end = max(0, proof.start - AROUND), proof.end + AROUND
    before = ("…" if start else "") + caption[start : proof.start]
    after = caption[proof.end : end] + ("…" if end < len(caption) else "")
    return before, caption[proof.start : proof.end], after


def offer_id(brand: Brand, profile: Profile, post: Post) -> str:
    """The one id of a post for a brand: the same post is the same offer at every visit."""
    known = f"{brand.id}\0{profile.platform}\0{(profile.handle or '').lower()}\0{post_mark(post)}"
    return sha256(known.encode("utf-8", "surrogatepass")).hexdigest()[:24]


def post_mark(post: Post) -> str:
    """What a post is known by: its id, else its words and day; counts change from visit to visit."""
    return post.id or repr((post.caption, post.published_at.isoformat() if post.published_at else None))


def squeezed(name: str) -> str:
    """Letters and figures alone, so that "Harrow Fenn" is @harrow_fenn too."""
    return _SIGNS.sub("", name.casefold())
