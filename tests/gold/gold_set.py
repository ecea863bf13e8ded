"""The invented profiles, what must and may be found in them, and what the reader says about each."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nlp.pipeline import Reader
from nlp.reading import Evidence, PostText, ProfileText, Reading

HERE = Path(__file__).parent


@dataclass(frozen=True, kw_only=True)
class Case:
    """One profile with its labels; `posts_ok` holds, for each caption, every class that counts as right."""

    id: str
    bio: str
    captions: tuple[str, ...]
    niches: tuple[str, ...]
    niches_ok: tuple[str, ...]
    signals: tuple[str, ...]
    signals_ok: tuple[str, ...]
    posts: tuple[str, ...]
    posts_ok: tuple[tuple[str, ...], ...]
    languages: tuple[str, ...]

    @property
    def is_silent(self) -> bool:
        """Whether the text says nothing about a subject, so that no niche may be given."""
        return not self.niches and not self.niches_ok


@dataclass(frozen=True, kw_only=True)
class Answer:
    """A case and the reader's reading of it."""

    case: Case
    reading: Reading

    @property
    def niches(self) -> list[str]:
        return [niche.id for niche in self.reading.niches]

    @property
    def signals(self) -> list[str]:
        return [signal.id for signal in self.reading.signals]

    def evidence(self) -> Iterator[tuple[Evidence, ...]]:
        """The evidence of every niche and signal given."""
        yield from (niche.evidence for niche in self.reading.niches)
        yield from (signal.evidence for signal in self.reading.signals)

    def source(self, name: str) -> str:
        """The text a piece of evidence points into; "" for a source this set does not have."""
        texts = {"bio": self.case.bio} | {f"caption:{n}": text for n, text in enumerate(self.case.captions)}
        return texts.get(name, "")


def read_lines(name: str) -> list[dict[str, Any]]:
    """The rows of a JSONL file of this folder, in order."""
    return [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines()]


def load_cases() -> list[Case]:
    """All cases; raises KeyError when a line misses a field."""
    return [
        Case(
            id=profile["id"],
            bio=profile["bio"],
            captions=tuple(profile["captions"]),
            posts_ok=tuple(tuple(classes) for classes in label["posts_ok"]),
            **{
                key: tuple(label[key]) for key in ("niches", "niches_ok", "signals", "signals_ok", "posts", "languages")
            },
        )
        for profile, label in zip(read_lines("profiles.jsonl"), read_lines("labels.jsonl"), strict=True)
    ]


def read_cases(reader: Reader, cases: list[Case]) -> list[Answer]:
    """What the reader says about each case, in order."""
    return [
        Answer(
            case=case,
            reading=reader.read(
                ProfileText(bio=case.bio, posts=tuple(PostText(caption=text) for text in case.captions))
            ),
        )
        for case in cases
    ]
