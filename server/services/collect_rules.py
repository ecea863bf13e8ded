"""Who is not collected: private accounts, people who say they are under 18, and the erased."""

import hashlib
import re
import secrets

from server.domain.errors import NotCollected
from server.domain.profile import Profile
from server.services.ports import Store

# "16 y/o", "15 ans", "14 Jahre", "17 anni", "16 yaşındayım", "17 лет", "15歳", "17살": an age said as an age, standing
# alone between separators. "17 years of experience" and "mum of 16 and 12" are not ages of the person.
_UNIT = (
    r"(?:y/?o\b|y\.o\.?|yrs? old\b|years? old\b|ans\b(?! d)|años\b(?! de)|anos\b(?! de)|jahre(?: alt)?\b|anni\b(?! di)"
    r"|jaar\b|yaş\w*|tahun\b|лет\b|歳|才|살|岁)"
)
_EDGE = r"[\n|•·,;~]"
_UNDER_AGE = re.compile(
    rf"(?:^|{_EDGE}|/|✨|\bi'?m|\bage:?|\baged)\s*1[0-7]\s*{_UNIT}\s*(?:$|{_EDGE}|/|✨|[.!])"
    rf"|(?:^|{_EDGE})\s*1[0-7]\s*(?:$|{_EDGE})",
    re.IGNORECASE,
)


def check_collectable(store: Store, profile: Profile) -> None:
    """Raise NotCollected with the reason when this account must not be saved."""
    if profile.private:
        raise NotCollected("This account is private, so it is not saved.", action="Ask the person directly.")
    if profile.bio and _UNDER_AGE.search(profile.bio):
        raise NotCollected("The bio says an age under 18, so this account is not saved.", action="Look at others.")
    if profile.handle and is_forgotten(store, profile.platform, profile.handle):
        raise NotCollected(
            "This person was erased and is not collected again.",
            action="Use “seedlist forget --undo” if the person asked for it.",
        )


def is_forgotten(store: Store, platform: str, handle: str) -> bool:
    """Whether a salted mark of the account stands in the store."""
    return store.get("forgotten", forgotten_mark(store, platform, handle)) is not None


def forgotten_mark(store: Store, platform: str, handle: str) -> str:
    """A salted hash that does not tell the handle; the salt is made once and stays in the store."""
    salt = store.get("settings", "forget_salt")
    if salt is None:
        salt = {"salt": secrets.token_hex(16)}
        store.put("settings", "forget_salt", salt)
    return hashlib.blake2b(f"{platform}:{handle.lower()}".encode(), key=bytes.fromhex(salt["salt"])).hexdigest()[:32]
