"""The command `seedlist`: `serve` unless another word is said."""

import sys
from argparse import ArgumentParser
from collections.abc import Sequence

from server.commands import COMMANDS
from server.domain.errors import SeedlistError


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; 0 is done, 1 a refusal (said on standard error with what to do), 2 wrong usage."""
    given = list(sys.argv[1:] if words is None else words)
    if not given or (given[0].startswith("-") and given[0] not in ("-h", "--help")):
        given.insert(0, COMMANDS[0].name)
    asked = parser().parse_args(given)
    try:
        return int(asked.run(asked))
    except SeedlistError as fault:
        print(f"seedlist: {fault.message} {fault.action}".rstrip(), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def parser() -> ArgumentParser:
    """All commands with their help."""
    made = ArgumentParser(
        prog="seedlist", description="Reads the profile that you are looking at and says why it fits."
    )
    words = made.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for command in COMMANDS:
        one = words.add_parser(command.name, help=command.does, description=command.does.capitalize() + ".")
        command.arguments(one)
        one.set_defaults(run=command.run)
    return made
