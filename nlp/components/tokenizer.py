"""Cuts the texts of a profile into one Doc: emoji, flags, #tags, @handles and links stay whole."""

import re

from spacy.tokens import Doc
from spacy.vocab import Vocab

from nlp.components.patterns import TOKENS
from nlp.folding import fold, fold_emoji
from nlp.reading import ProfileText
from nlp.tokens import Sheet, TextPart, Token

_CONTENT = {"word", "run", "tag", "handle", "link", "mail", "emoji", "percent", "sign"}
_FIXED = {"handle": "@", "percent": "%", "link": "<link>", "mail": "<mail>"}


class SocialTokenizer:
    """Makes one Doc a profile. The Doc's `sheet` keeps each text apart, with offsets into the text as given."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Read one text as a bio."""
        return self.read(ProfileText(bio=text))

    def read(self, profile: ProfileText) -> Doc:
        """One Doc over all texts of the profile, a line break between two texts."""
        sheet = Sheet(parts=parts_of(profile), post_count=len(profile.posts), handle=profile.handle)
        words: list[str] = []
        spaces: list[bool] = []
        for part in sheet.parts:
            _cut(part, words, spaces)
        doc = Doc(self.vocab, words=words, spaces=spaces)
        doc._.sheet = sheet
        doc._.profile = profile
        return doc


def parts_of(profile: ProfileText) -> list[TextPart]:
    """The texts that hold something, in reading order."""
    own = [("bio", profile.bio), ("name", profile.name), ("category", profile.category)]
    parts = [TextPart(source=place, place=place, text=text) for place, text in own]
    for link in profile.links:
        parts += [TextPart(source="link", place="link", text=text) for text in (link.title, link.url)]
    for number, post in enumerate(profile.posts):
        parts.append(TextPart(source=f"caption:{number}", place="caption", text=post.caption, post=number))
        parts += [TextPart(source=f"label:{number}", place="label", text=text, post=number) for text in post.labels]
    return [part for part in parts if part.text]


def _cut(part: TextPart, words: list[str], spaces: list[bool]) -> None:
    """Fill the part's tokens and append its words to the Doc's; a lone blank belongs to the word before it."""
    gap = True
    tokens = part.tokens
    for match in TOKENS.finditer(part.text):
        kind = match.lastgroup
        written = match[kind]  # type: ignore[index]  # every branch has a name
        if kind == "plain":
            start, end = match.span("plain")
            words.append(written)
            spaces.append(match.end() > end)
            norm = written.lower() if written.isascii() else fold(written)
            tokens.append(Token("word", norm, start, end, gap))
            gap = False
        elif kind == "space":
            gap = gap or "\n" in written
            _add_space(written, words, spaces)
        else:
            words.append(written)
            spaces.append(False)
            if kind in _CONTENT:
                tokens.append(Token(kind, _norm(kind, written), *match.span(), gap))
                gap = False
            elif kind == "mark" or (kind == "joint" and _is_loose(match)):
                gap = True
    words.append("\n")
    spaces.append(False)


def _is_loose(match: re.Match[str]) -> bool:
    """True for a dash with a blank beside it; a hyphen inside a word joins."""
    around = match.string[max(0, match.start() - 1) : match.end() + 1]
    return any(character.isspace() for character in around)


def _add_space(written: str, words: list[str], spaces: list[bool]) -> None:
    if written == " " and spaces and not spaces[-1]:
        spaces[-1] = True
    else:
        words.append(written)
        spaces.append(False)


def _norm(kind: str, written: str) -> str:
    if kind == "word" or kind == "run":
        return fold(written)
    if kind == "tag":
        return fold(written[1:]).replace("_", "")
    if kind == "emoji":
        return fold_emoji(written)
    return _FIXED.get(kind, written)
