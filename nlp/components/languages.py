"""Tells in which languages the bio and the captions are mostly written."""

import re
from collections import Counter
from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from nlp.tokens import TextPart

Detector = Callable[[str], str | None]

_LETTERS_NEEDED = 8
"""Texts with fewer letters than this do not vote on their own."""
_SECOND = 0.35
"""A second language is named from this share of the letters on."""
_SAME = {"ms": "id"}
"""Malay and Indonesian are not told apart in short texts; the twelve have Indonesian."""
_WRITTEN = (
    "ar", "bg", "bn", "ca", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "he", "hi", "hr", "hu", "id",
    "it", "ja", "ko", "lt", "lv", "ms", "nl", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sr", "sv", "ta", "te",
    "th", "tl", "tr", "uk", "ur", "vi", "zh",
)  # fmt: skip
"""What py3langid chooses among: of all its languages it takes short texts for Gascon or Ladin too readily."""
_SCRIPTS = {
    "ja": re.compile("[\u3041-\u30ff]"),
    "ko": re.compile("[\uac00-\ud7a3]"),
    "th": re.compile("[\u0e00-\u0e7f]"),
    "el": re.compile("[\u0370-\u03ff]"),
}


def load_detector() -> Detector:
    """eldc; py3langid where eldc has no build: 64-bit ARM but for Macs, and Python from 3.14 on."""
    try:
        import eldc
    except ImportError:
        return _fallback()
    eldc.init()

    def detect(text: str) -> str | None:
        code = eldc.detect(text)
        return None if code == "und" else _SAME.get(code, code)

    return detect


def _fallback() -> Detector:
    import py3langid

    py3langid.set_languages(list(_WRITTEN))

    def detect(text: str) -> str | None:
        code = str(py3langid.classify(text)[0])
        return _SAME.get(code, code)

    return detect


class Languages:
    """Votes by letters: each text with its own language, the whole profile where texts are short."""

    def __init__(self, detect: Detector) -> None:
        self._detect = detect

    def __call__(self, doc: Doc) -> Doc:
        """Fill `languages`, at most two, the main one first."""
        texts = [text for part in doc._.sheet.parts if part.place in ("bio", "caption") if (text := plain_text(part))]
        doc._.languages = self._languages(texts)
        return doc

    def _languages(self, texts: list[str]) -> tuple[str, ...]:
        votes: Counter[str] = Counter()
        for text in texts:
            language = self.language(text) if len(text) >= _LETTERS_NEEDED else None
            if language:
                votes[language] += len(text)
        whole = self.language(" ".join(texts)) if texts else None
        if whole:
            votes[whole] += max(_LETTERS_NEEDED, sum(map(len, texts)) // 4)
        total = sum(votes.values())
        best = [language for language, count in votes.most_common(2) if count >= _SECOND * total]
        return tuple(best or [language for language, _ in votes.most_common(1)])

    def language(self, text: str) -> str | None:
        """The language of one text: by script where that decides, else by the detector."""
        return script_language(text) or self._detect(text)


def plain_text(part: TextPart) -> str:
    """The words alone, without tags, handles, links and emoji."""
    text = part.text
    return " ".join([text[start:end] for kind, _, start, end, _ in part.tokens if kind == "word" or kind == "run"])


def script_language(text: str) -> str | None:
    """The language that a script belongs to alone, when it makes up a third of the text."""
    if text.isascii():
        return None
    for language, script in _SCRIPTS.items():
        if 3 * len(script.findall(text)) > len(text):
            return language
    return None


@Language.factory("seedlist_languages", requires=["doc._.sheet"], assigns=["doc._.languages"])
def create_languages(nlp: Language, name: str) -> Languages:  # noqa: ARG001 - spaCy's signature
    """The component with the best detector that is installed."""
    return Languages(load_detector())
