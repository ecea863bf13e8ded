"""seedlist explain FILE: the profiles of a file with the words that decided, in colour or as a page."""

import sys
from argparse import ArgumentParser, Namespace

from nlp.explain import explain_html, explain_terminal
from server.app import load_reader
from server.batch.source import open_input
from server.services.annotate_profile import profile_text
from server.wire.decode import decode
from server.wire.profile_in import ProfileIn, to_profile


def arguments(parser: ArgumentParser) -> None:
    """The file and the form."""
    parser.add_argument("input", help="JSON Lines, one profile a line; - for standard input")
    parser.add_argument("--html", action="store_true", help="a page instead of colours")


def run(asked: Namespace) -> int:
    """Show every profile; a bad line ends it with what to do."""
    show = explain_html if asked.html else explain_terminal
    with open_input(asked.input) as lines:
        reader = load_reader()
        for raw in lines:
            if raw.strip():
                words = profile_text(to_profile(decode(raw, ProfileIn)))
                sys.stdout.write(show(words, reader.read(words)) + "\n")
    return 0
