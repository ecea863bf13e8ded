"""The words of a profile as a table: one part a text, tokens with exact offsets, never joined across texts."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from nlp.reading import Evidence


class Token(NamedTuple):
    """One content token of one text.

    `kind` is word, tag, handle, link, mail, emoji, percent, run (Japanese, Chinese, Thai without spaces) or sign.
    `norm` is the folded word; "@" for handles, "%" for percentages, the squeezed word for tags. `gap` tells that
    something other than a blank or a hyphen separates it from the token before.
    """

    kind: str
    norm: str
    start: int
    end: int
    gap: bool


@dataclass(slots=True)
class TextPart:
    """One text of the profile. `source` is as in Evidence, `place` the source without its number."""

    source: str
    place: str
    text: str
    post: int | None = None
    tokens: list[Token] = field(default_factory=list)
    tag_words: dict[int, tuple[str, ...]] = field(default_factory=dict)
    """The folded words inside the hashtag at a token index, where it could be split."""

    def evidence(self, start: int, end: int) -> Evidence:
        """The exact characters from start to end as evidence."""
        return Evidence(source=self.source, start=start, end=end, text=self.text[start:end])

    def between(self, first: int, last: int) -> Evidence:
        """The characters of the tokens from `first` up to and without `last`."""
        return self.evidence(self.tokens[first].start, self.tokens[last - 1].end)

    def written(self, token: Token) -> str:
        """The token as the text spells it."""
        return self.text[token.start : token.end]


@dataclass(slots=True)
class Sheet:
    """All texts of one profile in reading order: bio, name, category, links, captions, labels."""

    parts: list[TextPart] = field(default_factory=list)
    post_count: int = 0
    handle: str = ""

    def at(self, place: str) -> Iterator[TextPart]:
        """The parts of one place."""
        return (part for part in self.parts if part.place == place)
