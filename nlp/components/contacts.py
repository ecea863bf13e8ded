"""Finds the ways to write to the account that it gives in its own texts."""

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from nlp.reading import Contact
from nlp.tokens import TextPart

_OWN = ("bio", "name", "link")
_PHONE = re.compile(r"(?<![\w.])\+?\d(?:[\s().-]{0,2}\d){7,14}(?!\w)")
_FEWEST_DIGITS = 8
_MESSENGERS = re.compile(
    r"(?<!\w)(whats\s?app|wa\.me/\S+|telegram|t\.me/\S+|signal|line\s?id|line|wechat|weixin|kakao\s?talk|kakao|viber|"
    r"zalo|واتساب|وتساب|تيليجرام)"
    r"\s*[:：@-]*\s*(\+?[\w.\-]*\d[\w.\-]*)?",
    re.IGNORECASE,
)
_NEEDS_NUMBER = {"line", "signal"}
_MANAGER = re.compile(
    r"(?<!\w)(?:mgmt|management|managed by|manager|mngt|mgr|agency|agence|agentur|agente|agent|bookings?|menajer|"
    r"yönetim|"
    r"represented by|rep'd by|repped by|assessoria|ufficio stampa)"
    r"\s*[:：|–-]*\s*(@[\w.]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\[email\])",
    re.IGNORECASE,
)


class Contacts:
    """Mail addresses, phone numbers, messengers, managers; never from other people's captions."""

    def __call__(self, doc: Doc) -> Doc:
        """Fill `contacts`, each spelling once."""
        found = [contact for part in doc._.sheet.parts if part.place in _OWN for contact in _in_part(part)]
        unique = {(contact.kind, contact.text.lower()): contact for contact in reversed(found)}
        doc._.contacts = tuple(reversed(unique.values()))
        return doc


def _in_part(part: TextPart) -> Iterator[Contact]:
    managers = [_contact(part, "manager", match.span(1)) for match in _MANAGER.finditer(part.text)]
    yield from managers
    taken = {manager.text for manager in managers}
    for token in part.tokens:
        if token.kind == "mail" and part.written(token) not in taken:
            yield _contact(part, "mail", (token.start, token.end))
    messengers = [match for match in _MESSENGERS.finditer(part.text) if _is_messenger(match)]
    for match in messengers:
        yield _contact(part, "messenger", (match.start(), match.start() + len(match.group().rstrip(" :：@-"))))
    for match in _PHONE.finditer(part.text):
        inside = any(m.start() <= match.start() < m.end() for m in messengers)
        if not inside and sum(character.isdigit() for character in match.group()) >= _FEWEST_DIGITS:
            yield _contact(part, "phone", match.span())


def _is_messenger(match: re.Match[str]) -> bool:
    return match.group(1).lower() not in _NEEDS_NUMBER or match.group(2) is not None


def _contact(part: TextPart, kind: str, span: tuple[int, int]) -> Contact:
    evidence = part.evidence(*span)
    return Contact(kind=kind, text=evidence.text, evidence=(evidence,))


@Language.factory("seedlist_contacts", requires=["doc._.sheet"], assigns=["doc._.contacts"])
def create_contacts(nlp: Language, name: str) -> Contacts:  # noqa: ARG001 - spaCy's signature
    """The component; it needs no data."""
    return Contacts()
