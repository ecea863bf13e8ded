"""How many of our attacks the rules of other local servers would answer: `python -m tests.attack.rivals`."""

import re
import sys
import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.attack.matrix import ORIGIN, Case, cases

TABLE = Path(__file__).with_name("rivals.toml")
ASKED = ("Host", "X-Forwarded-Host", "Origin", "Sec-Fetch-Site", "Authorization", "Cookie", "Content-Type")
"""The fields of attacks that are about who may ask; the others are about our own paths and bodies."""
SIGN = "x-seedlist-protocol"
PORT, TOKEN, COOKIE = "8017", "t" * 43, "c" * 43
_LOOPBACK = re.compile(r"(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?")


@dataclass(frozen=True, kw_only=True, slots=True)
class Rules:
    """One row of rivals.toml."""

    name: str
    source: str
    host: str
    origins: list[str]
    with_secret: bool
    secret: bool
    cookie_posts: bool
    json_only: bool
    browser_sign: bool

    def answers(self, method: str, headers: Mapping[str, str], body: str) -> bool:
        """Whether a request passes all checks."""
        token = headers.get("authorization", "").lower() in (f"bearer {TOKEN}", f"token {TOKEN}")
        cookie = f"={COOKIE}" in headers.get("cookie", "")
        return (
            self._host_passes(headers.get("host", ""))
            and self._origin_passes(headers.get("origin"), token=token)
            and (not self.secret or token or (cookie and (method == "GET" or self.cookie_posts)))
            and (not self.json_only or not body or headers.get("content-type") == "application/json")
            and (not self.browser_sign or SIGN in headers or not ({"origin", "sec-fetch-site"} & set(headers)))
        )

    def _host_passes(self, host: str) -> bool:
        if self.host == "any":
            return True
        is_ours = _LOOPBACK.fullmatch(host) is not None
        return is_ours and (self.host == "loopback name" or host.endswith(f":{PORT}"))

    def _origin_passes(self, origin: str | None, *, token: bool) -> bool:
        if origin is None or self.origins == ["any"] or (token and self.with_secret):
            return True
        return any(origin.startswith(fill(start)) for start in self.origins)


def load() -> list[Rules]:
    """Every rival; TypeError names a key that nobody reads."""
    return [Rules(**row) for row in tomllib.loads(TABLE.read_text(encoding="utf-8")).values()]


def fill(text: str) -> str:
    """The placeholders of the matrix, with invented secrets."""
    known = {"%PORT%": PORT, "%ORIGIN%": ORIGIN, "%TOKEN%": TOKEN, "%COOKIE%": COOKIE, "%KEY%": "k" * 43}
    for name, value in (known | {"%CR%": "\r", "%LF%": "\n", "%NUL%": "\0"}).items():
        text = text.replace(name, value)
    return text


def answered(case: Case, rules: Rules) -> bool:
    """Whether these rules would let an attack of ours through; of doubled headers the last one counts."""
    head, _, body = case.sent(fill).decode("utf-8").partition("\r\n\r\n")
    first, *lines = head.split("\r\n")
    headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines) if name}
    return rules.answers(first.split(" ")[0], headers, body)


def counts() -> tuple[int, Counter[str]]:
    """How many questions there are, and how many of them each rival would answer."""
    asked = [case for case in cases() if case.attack.field in ASKED]
    return len(asked), Counter({rules.name: sum(answered(case, rules) for case in asked) for rules in load()})


def main() -> int:
    """One line of counts."""
    total, passed = counts()
    found = ", ".join(f"{name} {count}" for name, count in passed.items())
    sys.stdout.write(f"who may ask: {total} forged questions; answered by the rules of {found}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
