"""Questions to single parts of the reader, one text in, one answer out, for measuring them alone."""

from collections.abc import Callable, Mapping

Probe = Callable[[str], str]


def hashtags() -> Probe:
    """The words of a hashtag, separated by blanks; case is kept."""
    from nlp.hashtags import split_hashtag

    return lambda tag: " ".join(split_hashtag(tag.strip().lstrip("#")))


def languages() -> Probe:
    """The ISO 639-1 code of a text, "" when it is too short to tell."""
    from nlp.components.languages import Languages, load_detector

    told = Languages(load_detector())
    return lambda text: told.language(text) or ""


PROBES: Mapping[str, Callable[[], Probe]] = {"hashtags": hashtags, "languages": languages}
