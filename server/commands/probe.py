"""seedlist probe hashtags | languages: one answer a line, for measuring."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable


def arguments(parser: ArgumentParser) -> None:
    """What to probe."""
    parser.add_argument("what", choices=tuple(PROBES), help="hashtags: their words; languages: an ISO 639-1 code")


def run(asked: Namespace) -> int:
    """Answer every line of standard input."""
    answer = PROBES[asked.what]()
    for line in sys.stdin.buffer:
        print(answer(line.decode("utf-8", "replace").rstrip("\r\n")), flush=False)
    return 0


def _hashtags() -> Callable[[str], str]:
    from nlp.hashtags import split_hashtag

    return lambda tag: " ".join(split_hashtag(tag.strip().lstrip("#")))


def _languages() -> Callable[[str], str]:
    from nlp.languages import language_of

    return lambda text: language_of(text) or ""


PROBES: dict[str, Callable[[], Callable[[str], str]]] = {"hashtags": _hashtags, "languages": _languages}
