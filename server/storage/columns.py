"""Which paths of a body are copied into columns, so that pages filter and sort by them without reading bodies.

Adding a path: one line here and a numbered migration that adds the column; `seedlist doctor` refills it.
"""

from collections.abc import Iterator, Mapping
from typing import Any

Path = tuple[str, ...]
Scalar = str | int | float

COLUMNS: Mapping[Path, str] = {
    ("list_id",): "list_id",
    ("platform",): "platform",
    ("handle",): "handle",
    ("stage",): "stage",
    ("saved_at",): "saved_at",
    ("updated_at",): "updated_at",
    ("annotation", "tier", "id"): "tier",
    ("annotation", "tier", "nested"): "nested",
    ("annotation", "fit", "score"): "fit",
    ("annotation", "engagement", "by_followers"): "engagement",
    ("annotation", "tier", "followers"): "followers",
    ("annotation", "commercial", "load"): "load",
    ("profile", "name"): "name",
    ("brand",): "brand",
    ("candidate_id",): "candidate",
}

MEMBERS: tuple[tuple[Path, Path], ...] = (
    (("tags",), ()),
    (("annotation", "niches"), ("id",)),
    (("annotation", "signals"), ("id",)),
    (("annotation", "languages"), ()),
    (("annotation", "places"), ("text",)),
    (("annotation", "places"), ("country",)),
)

MISSING: Any = object()
LARGEST = 2**63 - 1


def value_at(body: Any, path: Path) -> Any:
    """The value at a path as TinyDB's queries reach it; `MISSING` where a step is not there."""
    try:
        for part in path:
            body = body[part]
    except (KeyError, TypeError):
        return MISSING
    return body


def as_scalar(value: Any) -> Scalar | None:
    """A value that SQLite compares as Python does, else None (lists, mappings, null, not there)."""
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, int) and abs(value) > LARGEST:
        return as_float(value)
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    return value if isinstance(value, int | float) else None


def as_float(value: int) -> float:
    """A whole number too large for a column, as nearly as a float has it."""
    try:
        return float(value)
    except OverflowError:
        return float("inf") if value > 0 else float("-inf")


def column_values(body: Mapping[str, Any]) -> list[Scalar | None]:
    """The values of all columns, in the order of `COLUMNS`."""
    return [as_scalar(value_at(body, path)) for path in COLUMNS]


def member_name(path: Path, inner: Path) -> str:
    """The name under which the members of a list are filed: "annotation.niches.id"."""
    return ".".join((*path, *inner))


def member_values(body: Mapping[str, Any]) -> Iterator[tuple[str, Scalar]]:
    """Each (name, value) of the lists in `MEMBERS`, once."""
    for path, inner in MEMBERS:
        listed = value_at(body, path)
        if hasattr(listed, "__iter__"):
            found = {as_scalar(value_at(item, inner)) for item in listed}
            yield from ((member_name(path, inner), value) for value in found if value is not None)
