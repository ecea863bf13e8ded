"""What an account's own links and bio point at: addresses, and accounts that it names on either platform."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal
from urllib.parse import parse_qs, unquote, urlsplit

from server.services.same_person_rules import PlatformNames, load_same_person_rules

PATH = r"(?:[/?][^\s<>\"'|,;()]*)?"
WITH_SCHEME = rf"(?:https?://|www\.)[\w.-]+\.\w{{2,24}}{PATH}"
BARE = rf"(?:[\w-]+\.)+(?:com|net|org|[a-z]{{2,8}}(?=/)){PATH}"
ADDRESS = re.compile(rf"(?<![\w@./-])(?:{WITH_SCHEME}|{BARE})(?!@)", re.IGNORECASE)
"""In a bio: with its scheme or "www.", or bare when it ends like a host of companies or goes on with a path."""
NAME = r"([a-z0-9_](?:[a-z0-9_.]{0,58}[a-z0-9_])?)"
GAP = r"[ \t]*"
ON = "on|auf|en|sur|su|no|op|in|på|na"
"""How languages say "on" before a platform."""
WRAPPERS = {"l.instagram.com": "u", "link.tiktok.com": "target"}
"""Hosts through which a platform leads elsewhere, and the parameter that holds the address."""
LONGEST = 4_000
"""Characters of a bio that are looked at; both platforms allow a few hundred."""
MOST = 40
"""Traces of one account; nobody's own bio has more."""


Source = Literal["bio", "link"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Trace:
    """One thing pointed at, and the characters that do: `source` is "link" or "bio", `start` and `end` count in it.

    `value` is "tiktok/sol" for an account, else the address without scheme, "www.", query and last slash, lower case.
    """

    value: str
    source: Source
    start: int
    end: int
    text: str

    @property
    def is_account(self) -> bool:
        """Whether it names an account of one of the platforms."""
        return self.value.partition("/")[0] in load_same_person_rules().platforms

    @property
    def found_under(self) -> tuple[str, ...]:
        """What it is filed under: itself, and an address under its host too."""
        return (self.value,) if self.is_account or self.host == self.value else (self.value, self.host)

    @property
    def host(self) -> str:
        """The host of an address."""
        return self.value.partition("/")[0]


def traces_of(profile: Mapping[str, Any]) -> tuple[Trace, ...]:
    """The traces of a stored profile, each value once, links before the bio; whatever is malformed says nothing."""
    links, bio = profile.get("links"), profile.get("bio")
    found: dict[str, Trace] = {}
    for trace in (
        *in_links(links if isinstance(links, list) else []),
        *in_bio(bio[:LONGEST] if isinstance(bio, str) else ""),
    ):
        found.setdefault(trace.value, trace)
    return tuple(found.values())[:MOST]


def in_links(links: list[Any]) -> Iterator[Trace]:
    """The addresses of the links that the page shows."""
    for link in links:
        url = link.get("url") if isinstance(link, Mapping) else None
        if isinstance(url, str) and (value := value_of(url)):
            yield Trace(value=value, source="link", start=0, end=len(url), text=url)


def in_bio(bio: str) -> Iterator[Trace]:
    """Addresses written out in the bio, and accounts named beside their platform's name."""
    for found in ADDRESS.finditer(bio):
        text = found[0].rstrip(".!?:…")
        if value := value_of(text):
            yield Trace(value=value, source="bio", start=found.start(), end=found.start() + len(text), text=text)
    for platform, pattern in naming():
        for found in pattern.finditer(bio):
            handle = next(name for name in found.groups() if name).lower()
            if handle not in platform_words():
                yield Trace(
                    value=f"{platform}/{handle}", source="bio", start=found.start(), end=found.end(), text=found[0]
                )


def value_of(address: str) -> str | None:
    """What a trace of this address is called; None for what is no address or leads nowhere in particular."""
    parts = parts_of(address)
    if parts is None:
        return None
    host, path = parts
    for platform, names in load_same_person_rules().platforms.items():
        if host == names.host or host.endswith(f".{names.host}"):
            return account_in(platform, names, path)
    return f"{host}{path.rstrip('/')}".lower().encode("utf-8", "replace").decode()


def parts_of(address: str) -> tuple[str, str] | None:
    """Host in lower case without "www." and "m.", and path; None for what is no web address."""
    whole = address if "://" in address else f"https://{address}"
    try:
        split = urlsplit(whole)
        host = (split.hostname or "").lower().removeprefix("www.").removeprefix("m.")
    except ValueError:
        return None
    if split.scheme not in ("http", "https") or "." not in host:
        return None
    if host in WRAPPERS:
        behind = parse_qs(split.query).get(WRAPPERS[host], [""])[0]
        return parts_of(behind) if behind and behind != address else None
    return host, unquote(split.path)


def account_in(platform: str, names: PlatformNames, path: str) -> str | None:
    """The account that an address on a platform belongs to: "tiktok/sol" for "/@sol/video/7"."""
    handle = path.strip("/").partition("/")[0].removeprefix("@").lower()
    is_one = re.fullmatch(NAME, handle) and handle not in names.reserved
    return f"{platform}/{handle}" if is_one else None


@cache
def naming() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """For each platform the two ways to name an account there: "TT: @sol", "IG @sol" and "@sol on TikTok"."""
    found = []
    for platform, names in load_same_person_rules().platforms.items():
        word = rf"(?:{'|'.join(map(re.escape, names.words))})"
        before = rf"(?<![\w@.]){word}\b{GAP}(?:[:：=→➜>]+{GAP}@?|[|/(-]?{GAP}@)(?!www\.){NAME}(?!://|[\w@]|[./]\w)"
        after = rf"(?<![\w.])@{NAME}{GAP}(?:[(|/-]{GAP})?(?:(?:{ON})[ \t]+)?{word}\b(?!{GAP}[:：=→➜>]?{GAP}@)"
        found.append((platform, re.compile(f"{before}|{after}", re.IGNORECASE)))
    return tuple(found)


@cache
def platform_words() -> frozenset[str]:
    """How bios call the platforms: never a handle."""
    return frozenset(word for names in load_same_person_rules().platforms.values() for word in names.words)
