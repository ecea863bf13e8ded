"""Invented profiles by the thousand: bios and captions of the invented people, mixed anew for each by a seed."""

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from server.wire.profile_out import profile_to_json
from tests.bench.fit.judged_set import load_profiles

GOLD = Path(__file__).parents[1] / "gold" / "profiles.jsonl"


def short_profiles(number: int, *, seed: int = 7) -> Iterator[bytes]:
    """A bio and up to three captions each, as in the labelled set: about 200 bytes."""
    rows = [json.loads(line) for line in GOLD.read_text("utf-8").splitlines() if line.strip()]
    captions = [caption for row in rows for caption in row.get("captions", ())]
    chance = Random(seed)  # noqa: S311
    for place in range(number):
        row = chance.choice(rows)
        own = {"id": f"s{place}", "platform": row["platform"], "handle": f"person.{place}", "bio": row.get("bio")}
        counts = {"followers": chance.randrange(500, 150_000), "captions": chance.sample(captions, k=3)}
        yield _line(own | counts)


def full_profiles(number: int, *, seed: int = 7) -> Iterator[bytes]:
    """A bio, counts and twelve dated posts each, as a page gives them: about 4,000 bytes."""
    rows = [profile_to_json(profile) for profile in load_profiles().values()]
    posts = [post for row in rows for post in row["posts"]]
    chance = Random(seed)  # noqa: S311
    for place in range(number):
        row = chance.choice(rows)
        yield _line(row | {"id": f"f{place}", "handle": f"person.{place}", "posts": chance.sample(posts, k=12)})


def write_profiles(path: Path, lines: Iterator[bytes]) -> Path:
    """The lines as a file."""
    with path.open("wb") as out:
        out.writelines(lines)
    return path


def _line(row: dict[str, Any]) -> bytes:
    return json.dumps(row, ensure_ascii=False).encode() + b"\n"
