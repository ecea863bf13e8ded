"""seedlist version."""

from argparse import ArgumentParser, Namespace

from server.version import VERSION


def arguments(_: ArgumentParser) -> None:
    """None."""


def run(_: Namespace) -> int:
    """Print the version."""
    print(f"seedlist {VERSION}")
    return 0
