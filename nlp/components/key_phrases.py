"""Finds the phrases that this profile uses and common speech does not, never across texts."""

from collections import defaultdict
from collections.abc import Callable
from math import log1p

from spacy.language import Language
from spacy.tokens import Doc

from nlp.reading import Keyword
from nlp.tag_words import LANGUAGES, tag_words
from nlp.tokens import TextPart

Share = Callable[[str], float]
"""The natural log of how often common speech uses a word; very low for words it does not know."""

Phrase = tuple[str, ...]
"""Its folded words."""
Place = tuple[TextPart, int, int]
"""Where a phrase stands: the text, the first token and the one after the last."""
Found = dict[Phrase, list[Place]]

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
        rarities = Rarities(self._share(language or "en"))
        found: Found = defaultdict(list)
        for part in doc._.sheet.parts:
            if part.place in _TEXTS:
                _collect(part, rarities, found)
        doc._.keywords = _best(found, rarities)
        return doc


class Rarities(dict[str, float]):
    """How rare each word is, looked up once a profile; 0 where a word ends a phrase."""

    def __init__(self, share: Share) -> None:
        super().__init__()
        self._share = share

    def __missing__(self, norm: str) -> float:
        """The rarity of a word seen for the first time in this profile."""
        share = self._share(norm)
        ends = len(norm) < _SHORTEST or share >= _COMMON or norm.isdigit()
        self[norm] = rarity = 0.0 if ends else -max(share, _RAREST)
        return rarity


def _collect(part: TextPart, rarities: Rarities, found: Found) -> None:
    """All runs of one to three neighbouring words that no common word, gap or other token interrupts."""
    run: Phrase = ()
    for index, (kind, norm, _, _, gap) in enumerate(part.tokens):
        if gap:
            run = ()
        if kind != "word" or not rarities[norm]:
            run = ()
            continue
        run = (*run[1 - _LONGEST :], norm)
        for length in range(1, len(run) + 1):
            found[run[-length:]].append((part, index + 1 - length, index + 1))


def _best(found: Found, rarities: Rarities) -> tuple[Keyword, ...]:
    scored: list[tuple[float, str, Phrase]] = []
    for words, places in found.items():
        texts = _texts(places)
        if len(words) > 1 or texts > 1:  # a phrase may come once; a single word must come back in another text
            scored.append((-_score(words, texts, rarities), " ".join(words), words))
    chosen: list[tuple[float, str, Phrase]] = []
    for item in sorted(scored):
        if len(chosen) == _MOST:
            break
        if not any(f" {item[1]} " in f" {other} " or f" {other} " in f" {item[1]} " for _, other, _ in chosen):
            chosen.append(item)
    return tuple(_keyword(found[words], score / chosen[0][0]) for score, _, words in chosen)


def _texts(places: list[Place]) -> int:
    """In how many texts a phrase stands."""
    return 1 if len(places) == 1 else len({part.source for part, _, _ in places})


def _score(words: Phrase, texts: int, rarities: Rarities) -> float:
    """Mean rarity of the words, more for phrases of two, more for coming back."""
    rarity = sum([rarities[word] for word in words]) / len(words)
    return rarity * (1.0 + 0.5 * log1p(texts - 1)) * (1.25 if len(words) == 2 else 1.0)


def _keyword(places: list[Place], score: float) -> Keyword:
    evidence = tuple(part.between(first, last) for part, first, last in places[:_EVIDENCE])
    return Keyword(text=evidence[0].text.lower(), score=round(score, 4), evidence=evidence)


def _shipped_share(language: str) -> Share:
    return tag_words(language).share


@Language.factory("seedlist_key_phrases", requires=["doc._.sheet", "doc._.languages"], assigns=["doc._.keywords"])
def create_key_phrases(nlp: Language, name: str) -> KeyPhrases:  # noqa: ARG001 - spaCy's signature
    """The component with the shipped word shares."""
    return KeyPhrases(_shipped_share)
