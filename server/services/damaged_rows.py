"""Whom a row set aside as damaged speaks of: its JSON cannot be trusted, so its key and its words are looked at."""

from collections.abc import Iterable

from server.services.ports import Body, Store


def damaged_about(store: Store, platform: str, handle: str) -> list[Body]:
    """The damaged rows whose key or text names an account; one whose damage hit the very name is not recognised."""
    return [row for row in store.set_aside() if names(row, platform, handle)]


def damaged_of_list(store: Store, list_id: str) -> list[Body]:
    """The damaged rows whose key or text names a list."""
    return [row for row in store.set_aside() if row["key"].startswith(f"{list_id}.") or f'"{list_id}"' in row["body"]]


def erase_damaged(store: Store, rows: Iterable[Body]) -> int:
    """Erase these damaged rows for good; returns how many."""
    numbers = [row["id"] for row in rows]
    for number in numbers:
        store.drop_set_aside(number)
    return len(numbers)


def names(row: Body, platform: str, handle: str) -> bool:
    """Whether a candidate's key ends with the account, or the text holds its handle as a whole value."""
    said = handle.lower()
    return row["key"].lower().endswith(f".{platform}.{said}") or f'"{said}"' in row["body"].lower()
