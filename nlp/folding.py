"""One spelling for words that people write in many: case, accents, fancy letters, Arabic article."""

import re
import unicodedata

_MARKS = re.compile("[\u0300-\u036f\u064b-\u065f\u0670\u0640\u200b-\u200d\u2060\ufe0e\ufe0f'’‘`´ʼ]")
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŧ": "t"}
    | {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي"}
)
_ARTICLE = re.compile("^(?:[وفبك]?ال|لل)(?=..)")
_SKIN_OR_VARIANT = re.compile("[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]")


def fold(word: str) -> str:
    """Fold one word: lower case, no accents, no apostrophes, plain letters for styled ones, no Arabic article.

    Japanese voicing marks and Indic vowel signs carry meaning and stay.
    """
    if word.isascii():
        return word.lower().replace("'", "")
    lowered = unicodedata.normalize("NFKD", word.lower()).casefold()
    plain = unicodedata.normalize("NFC", _MARKS.sub("", lowered)).translate(_LETTERS)
    return _ARTICLE.sub("", plain) if "\u0621" <= plain[:1] <= "\u064a" else plain


def fold_emoji(sequence: str) -> str:
    """An emoji without skin tone and presentation selectors."""
    return _SKIN_OR_VARIANT.sub("", sequence)
