"""Prints the annotation of each profile of a JSONL file, for comparing with labelled profiles.

usage: python -m tests.gold.annotate_gold PROFILES.jsonl > ANNOTATIONS.jsonl
"""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from nlp.pipeline import Reader, build_reader
from nlp.reading import LinkText, PostText, ProfileText, Reading


def profile_text(row: dict[str, Any]) -> ProfileText:
    """The words of one line in the contract's form (posts or bare captions)."""
    posts = row.get("posts") or [{"caption": caption} for caption in row.get("captions") or []]
    return ProfileText(
        handle=row.get("handle") or "",
        name=row.get("name") or "",
        bio=row.get("bio") or "",
        category=row.get("category") or "",
        links=tuple(LinkText(url=link["url"], title=link.get("title") or "") for link in row.get("links") or []),
        posts=tuple(
            PostText(
                caption=p.get("caption") or "", paid_label=p.get("paid_label"), labels=tuple(p.get("labels") or [])
            )
            for p in posts
        ),
    )


def annotation(row: dict[str, Any], reading: Reading) -> dict[str, Any]:
    """The parts of the contract's annotation that the reader gives."""
    answer = asdict(reading)
    answer["id"] = row["id"]
    for post in answer["posts"]:
        post["class"] = post.pop("commercial")
    return answer


def annotate(path: Path, reader: Reader) -> list[dict[str, Any]]:
    """All annotations of a file, in its order."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [annotation(row, reader.read(profile_text(row))) for row in rows]


if __name__ == "__main__":
    for line in annotate(Path(sys.argv[1]), build_reader()):
        print(json.dumps(line, ensure_ascii=False))
