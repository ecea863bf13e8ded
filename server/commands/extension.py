"""seedlist extension: where the browser finds the extension."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from server.domain.errors import NotFound
from server.services import find_extension


def arguments(_: ArgumentParser) -> None:
    """None."""


def run(_: Namespace) -> int:
    """Print the folder."""
    print(extension_folder())
    return 0


def extension_folder() -> Path:
    """The folder with the manifest; raises NotFound when it is missing from the installation."""
    found = find_extension.extension_folder()
    if found is None:
        raise NotFound(
            "The extension is not beside the server.", action="Install Seedlist again, or take the checkout."
        )
    return found
