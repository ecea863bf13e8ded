"""What the reader can refuse: a data file that is wrong, with what to mend."""

from pathlib import Path


class LexiconFault(Exception):
    """A lexicon or table is wrong; names the file, what is wrong and what to do about it."""

    def __init__(self, path: Path, message: str, *, action: str) -> None:
        super().__init__(f"{path.name}: {message}. {action}")
        self.path = path
        self.message = message
        self.action = action
