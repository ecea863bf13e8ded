"""The figures below which the reader may not fall; the file only ever rises."""

import tomllib
from pathlib import Path

FLOOR = Path(__file__).parent / "floor.toml"
SLACK = 0.01
"""A floor lies this much below what was measured, so that one changed label does not fail it."""

HEAD = """\
# What the reader must reach on the invented profiles, 0 to 1. Raised by `python -m tests.gold.report --raise-floor`,
# never lowered: a change that falls below a figure has to be repaired, not the figure.
"""


def read_floor(path: Path = FLOOR) -> dict[str, float]:
    """The floor by name; empty when there is no file yet."""
    if not path.exists():
        return {}
    return {name: float(value) for name, value in tomllib.loads(path.read_text(encoding="utf-8")).items()}


def raised(floor: dict[str, float], measured: dict[str, float | None]) -> dict[str, float]:
    """The floor after a measurement: each figure at its highest so far; unmeasured ones stay as they were."""
    now = {name: round(value - SLACK, 3) for name, value in measured.items() if value is not None}
    return {
        name: max(floor.get(name, 0.0), now.get(name, 0.0)) for name in [*floor, *(n for n in now if n not in floor)]
    }


def below(floor: dict[str, float], measured: dict[str, float | None]) -> dict[str, tuple[float | None, float]]:
    """The figures that are unmeasured or lower than their floor, as (measured, floor)."""
    values = {name: measured.get(name) for name in floor}
    return {name: (value, floor[name]) for name, value in values.items() if value is None or value < floor[name]}


def write_floor(floor: dict[str, float], path: Path = FLOOR) -> None:
    """Writes the floor with its heading."""
    path.write_text(HEAD + "".join(f"{name} = {value}\n" for name, value in floor.items()), encoding="utf-8")
