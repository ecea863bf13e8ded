"""What an answer gave away: each fault is one sentence."""

import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from tests.attack.matrix import Case
from tests.attack.target import TREASURES, Answer, Target

LOCATION = re.compile(r"^location: *(.*?)\r?$", re.IGNORECASE | re.MULTILINE)
TRACES = ("Traceback (most recent", "root:x:0", "def guard(")


def faults(case: Case, answer: Answer, target: Target) -> Iterator[str]:
    """What is wrong with the answer to an attack; nothing when it held."""
    whole = f"{answer.head}\n{answer.body}"
    if answer.status not in case.attack.may:
        yield f"answered {answer.status}, may be {case.attack.may}"
    if not case.attack.cors and "access-control-allow-origin" in answer.head.lower() and not is_paired(answer):
        yield "names an origin that may read the answer"
    yield from (f"shows “{word}”" for word in TREASURES if word in answer.body and word not in str(case.value))
    yield from (f"shows “{word}”" for word in TRACES if word in whole)
    if target.token in whole and "%TOKEN%" not in str(case.value):
        yield "shows the token"
    yield from (f"leads to {to}" for to in LOCATION.findall(answer.head) if leaves(to, target))


def is_paired(answer: Answer) -> bool:
    """Whether CORS names only the paired extension, which may read refusals."""
    named = re.findall(r"access-control-allow-origin: *(\S+)", answer.head, re.IGNORECASE)
    return named == ["chrome-extension://abcdefghijklmnopabcdefghijklmnop"]


def leaves(to: str, target: Target) -> bool:
    """Whether a browser that follows would end at another address; read as browsers read it."""
    seen = re.sub(r"[\t\r\n]", "", to.strip("\x00 \x0b")).replace("\\", "/")
    return urlsplit(urljoin(target.running.origin + "/open", seen)).netloc != f"127.0.0.1:{target.running.port}"
