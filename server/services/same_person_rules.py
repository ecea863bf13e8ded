"""The table of same_person.toml: what speaks for two accounts being one person."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args

from nlp.taxonomy import load_taxonomy
from server.domain.errors import DataFault
from server.domain.profile import Platform

FILE = Path(__file__).with_name("same_person.toml")
Kind = Literal["each_names", "names", "link", "handle"]
KINDS: tuple[Kind, ...] = get_args(Kind)
KEYS = {
    "reasons": {"order"},
    "handle": {"longer_than", "common"},
    "link": {"most_accounts", "shared"},
    "platforms": set(get_args(Platform)),
}
WORDS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, kw_only=True, slots=True)
class PlatformNames:
    """The host of a platform, how bios call it, and first parts of its addresses that are no account."""

    host: str
    words: tuple[str, ...]
    reserved: frozenset[str]


@dataclass(frozen=True, kw_only=True, slots=True)
class SamePersonRules:
    """Kinds of reasons, strongest first; the cuts; words that are no name and hosts of many people, in lower case."""

    order: tuple[str, ...]
    longer_than: int
    common: frozenset[str]
    most_accounts: int
    shared: frozenset[str]
    platforms: Mapping[str, PlatformNames]

    def is_telling(self, handle: str) -> bool:
        """Whether a handle is long enough and more than words that anybody may use."""
        words = WORDS.findall(handle.casefold())
        return len(handle) > self.longer_than and not all(word in self.common for word in words)


@cache
def load_same_person_rules(file: Path = FILE) -> SamePersonRules:
    """Raises DataFault for an unknown or missing key, platform or kind of reason."""
    table = tomllib.loads(file.read_text("utf-8"))
    if {name: set(row) for name, row in table.items()} != KEYS or sorted(table["reasons"]["order"]) != sorted(KINDS):
        raise DataFault(f"{file.name} has other keys than {KEYS} and {KINDS}.", action="Mend the table.")
    handle, link = table["handle"], table["link"]
    return SamePersonRules(
        order=tuple(table["reasons"]["order"]),
        longer_than=handle["longer_than"],
        common=frozenset(word.casefold() for word in handle["common"]) | niche_words(),
        most_accounts=link["most_accounts"],
        shared=frozenset(host.casefold() for host in link["shared"]),
        platforms={name: platform_names(file, row) for name, row in table["platforms"].items()},
    )


def platform_names(file: Path, row: Mapping[str, Any]) -> PlatformNames:
    """One row of `platforms`; raises DataFault."""
    if set(row) != {"host", "words", "reserved"}:
        raise DataFault(f"A platform in {file.name} needs host, words and reserved.", action="Mend the table.")
    return PlatformNames(
        host=row["host"],
        words=tuple(word.casefold() for word in row["words"]),
        reserved=frozenset(word.casefold() for word in row["reserved"]),
    )


def niche_words() -> frozenset[str]:
    """The single words of all niches and signals."""
    known = load_taxonomy()
    return frozenset(word for id_ in (*known.niches, *known.signals) for word in WORDS.findall(id_))
