"""Finds the phrases that this profile uses and common speech does not, never across texts."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from math import log1p

from spacy.language import Language
from spacy.tokens import Doc

from nlp.reading import Keyword
from nlp.tag_words import LANGUAGES, tag_words
from nlp.tokens import TextPart, Token

Share = Callable[[str], float]
"""The natural log of how often common speech uses a word; very low for words it does not know."""

_TEXTS = ("bio", "caption")
_LONGEST = 3
_MOST = 10
_EVIDENCE = 4
_COMMON = -6.9
"""From this log share on (one word in a thousand) a word ends a phrase."""
_RAREST = -13.0
_SHORTEST = 3


class KeyPhrases:
    """Stopword-delimited phrases of up to three words, ranked by rarity and by how often they come back."""

    def __init__(self, share: Callable[[str], Share]) -> None:
        self._share = share

    def __call__(self, doc: Doc) -> Doc:
        """Fill `keywords`, at most ten, the best scored 1."""
        language = next((code for code in doc._.languages or () if code in LANGUAGES), None)
        share = self._share(language or "en")
        found: dict[str, list[tuple[TextPart, int, int]]] = defaultdict(list)
        for part in doc._.sheet.parts:
            if part.place in _TEXTS:
                for first, last in _phrases(part, share):
                    found[" ".join(token.norm for token in part.tokens[first:last])].append((part, first, last))
        doc._.keywords = _best({key: places for key, places in found.items() if _is_telling(key, places)}, share)
        return doc


def _phrases(part: TextPart, share: Share) -> Iterator[tuple[int, int]]:
    """All runs of one to three neighbouring words that no common word, gap or other token interrupts."""
    start: int | None = None
    for index, token in enumerate(part.tokens):
        is_content = _is_content(token, share)
        if token.gap or not is_content:
            start = None
        if is_content:
            start = index if start is None else start
            for first in range(max(start, index - _LONGEST + 1), index + 1):
                yield first, index + 1


def _is_content(token: Token, share: Share) -> bool:
    if token.kind != "word" or len(token.norm) < _SHORTEST:
        return False
    return share(token.norm) < _COMMON and not token.norm.isdigit()


def _is_telling(key: str, places: list[tuple[TextPart, int, int]]) -> bool:
    """A phrase may come once; a single word must come back in another text."""
    return " " in key or len({part.source for part, _, _ in places}) > 1


def _best(found: dict[str, list[tuple[TextPart, int, int]]], share: Share) -> tuple[Keyword, ...]:
    scored = {key: _score(key, len({part.source for part, _, _ in places}), share) for key, places in found.items()}
    chosen: list[str] = []
    for key in sorted(scored, key=lambda name: (-scored[name], name)):
        if len(chosen) == _MOST:
            break
        if not any(f" {key} " in f" {other} " or f" {other} " in f" {key} " for other in chosen):
            chosen.append(key)
    top = scored[chosen[0]] if chosen else 1.0
    return tuple(_keyword(found[key], scored[key] / top) for key in chosen)


def _score(key: str, texts: int, share: Share) -> float:
    """Mean rarity of the words, more for phrases of two, more for coming back."""
    words = key.split()
    rarity = sum(-max(share(word), _RAREST) for word in words) / len(words)
    return rarity * (1.0 + 0.5 * log1p(texts - 1)) * (1.25 if len(words) == 2 else 1.0)


def _keyword(places: list[tuple[TextPart, int, int]], score: float) -> Keyword:
    evidence = tuple(part.between(first, last) for part, first, last in places[:_EVIDENCE])
    return Keyword(text=evidence[0].text.lower(), score=round(score, 4), evidence=evidence)


def _shipped_share(language: str) -> Share:
    return tag_words(language).share


@Language.factory("seedlist_key_phrases", requires=["doc._.sheet", "doc._.languages"], assigns=["doc._.keywords"])
def create_key_phrases(nlp: Language, name: str) -> KeyPhrases:  # noqa: ARG001 - spaCy's signature
    """The component with the shipped word shares."""
    return KeyPhrases(_shipped_share)
