"""seedlist probe hashtags | languages: one answer a line, for measuring."""

import sys
from argparse import ArgumentParser, Namespace

from nlp.probes import PROBES


def arguments(parser: ArgumentParser) -> None:
    """What to probe."""
    parser.add_argument("what", choices=tuple(PROBES), help="hashtags: their words; languages: an ISO 639-1 code")


def run(asked: Namespace) -> int:
    """Answer every line of standard input."""
    answer = PROBES[asked.what]()
    for line in sys.stdin.buffer:
        print(answer(line.decode("utf-8", "replace").rstrip("\r\n")))
    return 0
