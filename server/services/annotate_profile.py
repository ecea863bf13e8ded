"""Use case: what Seedlist says about one profile for one brand."""

from nlp.reading import LinkText, PostText, ProfileText
from server.domain.annotation import Annotation
from server.domain.brand import Brand
from server.domain.profile import Post, Profile
from server.scoring.annotate import annotate
from server.services.ports import Clock, Read


def annotate_profile(
    profile: Profile, brand: Brand | None, *, read: Read, clock: Clock, names: tuple[str, ...] = ()
) -> Annotation:
    """Read the words, then score the facts; nothing is stored. Raises NotReady while the reader loads.

    `names` are further brand names to look for: those of the user's own that the person is saved for.
    """
    return annotate(profile, read(profile_text(profile, brand, names)), brand, now=clock())


def profile_text(profile: Profile, brand: Brand | None = None, names: tuple[str, ...] = ()) -> ProfileText:
    """The words of a profile, with the brands that the user's brand cares about and further names."""
    looked_for = (brand.name, *brand.adjacent, *brand.rivals) if brand else ()
    return ProfileText(
        handle=profile.handle or "",
        name=profile.name or "",
        bio=profile.bio or "",
        category=profile.category or "",
        links=tuple(LinkText(url=link.url, title=link.title or "") for link in profile.links),
        posts=tuple(_post_text(post) for post in profile.posts),
        brands=tuple(dict.fromkeys((*looked_for, *names))),
    )


def _post_text(post: Post) -> PostText:
    return PostText(
        caption=post.caption or "",
        paid_label=post.paid_label,
        tagged=post.tagged,
        place=post.place or "",
        labels=post.labels,
    )
