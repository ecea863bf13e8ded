"""A large list of invented candidates, built once through the store's own bulk path and kept for the next run."""

import contextlib
import sys
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from server.services.edit_lists import all_lists
from server.storage.store import Store
from tests.bench.bench_review import bodies
from tests.factories import a_list

NAME = "Large"
BATCH = 10_000
WHOLE = 100_000
"""Up to so many keep their posts (9 KB each); of more only what the store's own notes counted with (2.5 KB)."""
LEFT_OUT = ("keywords", "posts", "niche_scores", "meaning", "mentions")


def planted(folder: Path, many: int) -> str:
    """The id of the list in the store of this folder, which is filled first when it is not there yet."""
    with contextlib.closing(Store.open(folder)) as store:
        lists = [found for found in all_lists(store) if found.name == NAME]
        seed_list = lists[0] if lists else a_list(store, NAME)
        there, began = store.count("candidates"), time.perf_counter()
        people = islice(varied(seed_list.id, is_whole=many <= WHOLE), there, many)
        while batch := list(islice(people, BATCH)):
            with store.transaction():
                for body in batch:
                    store.put("candidates", body["id"], body)
        if there < many:
            sys.stderr.write(f"{many - there:,} candidates planted in {time.perf_counter() - began:.0f} s\n")
    return seed_list.id


def varied(list_id: str, *, is_whole: bool) -> Iterator[dict[str, Any]]:
    """The judged people again and again, with figures of their own; a third has the word "fair", two thirds "linen"."""
    for number, body in enumerate(bodies(list_id)):
        annotation = body["annotation"] if is_whole else slim(body["annotation"])
        profile = body["profile"] if is_whole else body["profile"] | {"posts": []}
        fit = {**annotation["fit"], "score": number * 37 % 101} if annotation.get("fit") else None
        yield body | {
            "profile": profile,
            "annotation": annotation | {"fit": fit},
            "note": f"Met at the fair {number}" if number % 3 == 0 else f"Note {number}",
            "tags": ["linen"] if number % 3 else ["wool", "clay"],
        }


def slim(annotation: dict[str, Any]) -> dict[str, Any]:
    """An annotation without its longest parts."""
    return {name: [] if name in LEFT_OUT else value for name, value in annotation.items()}


if __name__ == "__main__":
    sys.stdout.write(planted(Path(sys.argv[1]), int(sys.argv[2])))
