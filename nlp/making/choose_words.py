"""Which words get a row: the most frequent ones of nineteen languages, with their share of speech."""

import unicodedata
from dataclasses import dataclass
from importlib import import_module
from typing import Any

SIZES = {
    **{"en": 42000, "es": 26000, "ja": 26000, "pt": 14000, "fr": 14000, "de": 14000, "it": 12000, "nl": 9000},
    **{"tr": 11000, "id": 9000, "ar": 9000, "ko": 9000, "zh": 8000, "ru": 7000, "pl": 4000, "hi": 3000, "vi": 3000},
    **{"el": 5000},
}
LATIN = {"en", "es", "pt", "fr", "de", "it", "nl", "tr", "id", "pl", "vi"}
BESIDE_LETTERS = {"'", "ー", "-"}


@dataclass(frozen=True)
class Word:
    """A word, the language that says it most, and its share of that language's speech."""

    text: str
    language: str
    share: float


def choose_words() -> list[Word]:
    """Each word once, by language and falling share."""
    wordfreq: Any = import_module("wordfreq")
    best: dict[str, Word] = {}
    for language, size in SIZES.items():
        kept = 0
        for raw, share in wordfreq.get_frequency_dict(language, "best").items():
            text = unicodedata.normalize("NFC", raw)
            if kept < size and is_wanted(text, language):
                kept += 1
                if text not in best or best[text].share < share:
                    best[text] = Word(text, language, share)
    return list(best.values())


def is_wanted(text: str, language: str) -> bool:
    """Letters only, in a script of the language; Latin words in other scripts' lists are left to their own lists."""
    if not all(
        letter.isalpha() or unicodedata.category(letter)[0] == "M" or letter in BESIDE_LETTERS for letter in text
    ):
        return False
    if language in LATIN:
        return len(text) >= 2 and all(is_latin(letter) for letter in text)
    return not text.isascii() and (len(text) >= 2 or language in {"ja", "zh", "ko"})


def is_latin(letter: str) -> bool:
    """Latin letters with any accent, and combining marks."""
    return ord(letter) < 0x250 or 0x1E00 <= ord(letter) < 0x1F00 or unicodedata.category(letter) == "Mn"
