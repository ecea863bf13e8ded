"""What of a profile's words may be stored: contact addresses are masked unless the user keeps them."""

from collections.abc import Iterable
from dataclasses import replace

from nlp.reading import Evidence, Reading
from server.domain.profile import Profile

MASK = "•"


def masked_profile(profile: Profile, reading: Reading) -> Profile:
    """The profile with mail addresses and numbers replaced by dots, one for one, so that offsets stay true."""
    spans = [evidence for contact in reading.contacts for evidence in contact.evidence]
    if not spans:
        return profile
    posts = tuple(
        replace(post, caption=_masked(post.caption, _of(spans, f"caption:{n}"))) for n, post in enumerate(profile.posts)
    )
    return replace(profile, bio=_masked(profile.bio, _of(spans, "bio")), posts=posts)


def _of(spans: Iterable[Evidence], source: str) -> list[Evidence]:
    return [span for span in spans if span.source == source]


def _masked(text: str | None, spans: list[Evidence]) -> str | None:
    if text is None:
        return None
    for span in spans:
        text = text[: span.start] + MASK * (span.end - span.start) + text[span.end :]
    return text
