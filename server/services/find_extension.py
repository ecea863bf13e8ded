"""Use case: where the browser finds the extension, in a checkout and in an installed copy."""

from pathlib import Path

PLACES = (Path(__file__).parents[2] / "extension", Path(__file__).parents[1] / "installed_extension")


def extension_folder() -> Path | None:
    """The folder with the manifest; None when it is not beside the server."""
    return next((place for place in PLACES if (place / "manifest.json").is_file()), None)
