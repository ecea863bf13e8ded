"""Reads the commented TOML tables of this room and refuses what does not belong in them."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from server.domain.errors import DataFault

ADVICE = "Mend the table; its comments say what each row means."


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One table of a TOML file with its address, so that a fault names the file and the row."""

    file: str
    where: str
    values: Mapping[str, Any]

    def fault(self, problem: str) -> DataFault:
        """The refusal to raise, with file and row in front."""
        return DataFault(f"{self.file} [{self.where or 'top'}]: {problem}", action=ADVICE, field=self.where)

    def allow(self, *keys: str) -> "Row":
        """The row itself; raises DataFault when it holds a key that nobody reads."""
        unknown = sorted(set(self.values) - set(keys))
        if unknown:
            raise self.fault(f"unknown key {', '.join(unknown)}; known are {', '.join(keys)}")
        return self

    def number(self, key: str, low: float = 0.0, high: float = float("inf")) -> float:
        """A number within low to high, both included."""
        value = self.values.get(key)
        if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
            raise self.fault(f"{key} must be a number from {low} to {high}, not {value!r}")
        return float(value)

    def text(self, key: str) -> str:
        """A text that is not empty."""
        value = self.values.get(key)
        if not isinstance(value, str) or not value:
            raise self.fault(f"{key} must be a text, not {value!r}")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, possibly empty."""
        value = self.values.get(key)
        if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
            raise self.fault(f"{key} must be a list of texts, not {value!r}")
        return tuple(value)

    def pair(self, key: str) -> tuple[float, float]:
        """Two rising numbers, [low, high]."""
        value = self.values.get(key)
        if not isinstance(value, list) or len(value) != 2:
            raise self.fault(f"{key} must be [low, high], not {value!r}")
        both = Row(file=self.file, where=f"{self.where}.{key}", values={"low": value[0], "high": value[1]})
        low, high = both.number("low"), both.number("high")
        if low > high:
            raise self.fault(f"{key} must rise, not {value!r}")
        return low, high

    def row(self, key: str) -> "Row":
        """The table inside this one under `key`."""
        value = self.values.get(key)
        if not isinstance(value, dict):
            raise self.fault(f"{key} must be a table, not {value!r}")
        return Row(file=self.file, where=f"{self.where}.{key}".lstrip("."), values=value)

    def rows(self) -> Iterator[tuple[str, "Row"]]:
        """Every table inside this one, in the order of the file."""
        for key in self.values:
            yield key, self.row(key)

    def numbers(self, low: float = 0.0, high: float = float("inf")) -> dict[str, float]:
        """All keys of this table as numbers."""
        return {key: self.number(key, low, high) for key in self.values}


def parse_table(file: str, text: str) -> Row:
    """A TOML text as a Row. Raises DataFault where it is not TOML."""
    try:
        return Row(file=file, where="", values=tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise DataFault(f"{file} is not TOML: {error}", action=ADVICE) from error


def read_table(name: str) -> Row:
    """The shipped table `tables/<name>.toml`. Raises DataFault when it is missing or not TOML."""
    path = files("server.scoring").joinpath("tables", f"{name}.toml")
    try:
        return parse_table(f"{name}.toml", path.read_text(encoding="utf-8"))
    except OSError as error:
        raise DataFault(f"{name}.toml cannot be read: {error}", action="Install Seedlist again.") from error
