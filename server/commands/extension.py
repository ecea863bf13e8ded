"""seedlist extension: where the browser finds the extension."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from server.domain.errors import NotFound

PLACES = (Path(__file__).parents[2] / "extension", Path(__file__).parents[1] / "installed_extension")
"""In a checkout and in an installed copy."""


def arguments(_: ArgumentParser) -> None:
    """None."""


def run(_: Namespace) -> int:
    """Print the folder."""
    print(extension_folder())
    return 0


def extension_folder() -> Path:
    """The folder with the manifest; raises NotFound when it is missing from the installation."""
    for place in PLACES:
        if (place / "manifest.json").is_file():
            return place
    raise NotFound("The extension is not beside the server.", action="Install Seedlist again, or take the checkout.")
