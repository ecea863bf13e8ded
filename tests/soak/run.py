"""`python -m tests.soak.run [--requests N]`: annotate and save again and again; ends in one line of counts.

Every profile has words never seen before, as a marketer's day has; saving goes round among 500 accounts. Exit code 1
when a request failed or memory rises by more than `MOST` in the second half.
"""

import argparse
import http.client
import json
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.attack.matrix import ORIGIN
from tests.attack.target import Target, attacked

MOST = 2.0
"""MB by which memory may rise in 10,000 requests, by the line through the second half's samples."""
ACCOUNTS, SAMPLES = 500, 200
LETTERS = "abcdefghijklmnopqrstuvwxyz"
KNOWN = (
    "ceramics",
    "streetwear",
    "slow fashion",
    "vintage",
    "knitting",
    "porto",
    "ad",
    "gifted",
    "#handmade",
    "studio",
)


@dataclass(kw_only=True)
class Soaked:
    """Counts of answers, and memory in MB after so many requests."""

    counts: Counter[str] = field(default_factory=Counter)
    memory: list[tuple[int, float]] = field(default_factory=list)
    seconds: float = 0

    @property
    def rise(self) -> float:
        """MB in 10,000 requests over the second half, when caches are full."""
        return slope(self.memory[len(self.memory) // 2 :]) * 10_000


def soak(target: Target, requests: int, seed: int) -> Soaked:
    """All requests over one kept connection."""
    found, began = Soaked(), time.monotonic()
    line = http.client.HTTPConnection("127.0.0.1", target.running.port, timeout=60)
    every = max(1, requests // SAMPLES)
    for number, (path, body) in enumerate(asked(requests, seed)):
        found.counts[str(status(line, target, path, body))] += 1
        if number % every == 0:
            found.memory.append((number, memory_of(target)))
    line.close()
    found.seconds = time.monotonic() - began
    return found


def asked(requests: int, seed: int) -> Iterator[tuple[str, object]]:
    """By turns something to annotate and something to save."""
    chance = Random(seed)  # noqa: S311 - chance that can be repeated, no secret
    for number in range(requests):
        if number % 2:
            yield "/api/candidates", {"profile": profile(chance, f"saved.{number // 2 % ACCOUNTS}")}
        else:
            yield "/api/annotate", profile(chance, f"seen.{number}")


def profile(chance: Random, handle: str) -> dict[str, object]:
    """An invented account with twelve posts of known and unknown words."""
    posts = [{"id": f"p{n}", "caption": words(chance, 25), "likes": chance.randrange(900)} for n in range(12)]
    who = {"platform": "instagram", "handle": handle, "bio": words(chance, 18), "followers": chance.randrange(90_000)}
    return who | {"posts": posts}


def words(chance: Random, many: int) -> str:
    """Half words that the reader knows, half letters in new orders."""
    return " ".join(
        chance.choice(KNOWN) if chance.random() < 0.5 else "".join(chance.choices(LETTERS, k=7)) for _ in range(many)
    )


def status(line: http.client.HTTPConnection, target: Target, path: str, body: object) -> int:
    """Ask once as the paired extension does."""
    signs = {"Origin": ORIGIN, "Authorization": f"Bearer {target.token}", "Content-Type": "application/json"}
    line.request("POST", path, json.dumps(body), signs)
    with line.getresponse() as answer:
        answer.read()
        return answer.status


def memory_of(target: Target) -> float:
    """MB that the server's process holds in memory (Linux)."""
    process = target.running.process
    assert process is not None
    said = Path(f"/proc/{process.pid}/status").read_text()
    return next(int(row.split()[1]) for row in said.splitlines() if row.startswith("VmRSS")) / 1024


def slope(points: list[tuple[int, float]]) -> float:
    """The rise of the line of least squares; 0 for fewer than two points."""
    if len(points) < 2:
        return 0.0
    middle_x = sum(x for x, _ in points) / len(points)
    middle_y = sum(y for _, y in points) / len(points)
    above = sum((x - middle_x) * (y - middle_y) for x, y in points)
    return above / sum((x - middle_x) ** 2 for x, _ in points)


def failed(found: Soaked) -> int:
    """Answers other than done."""
    return sum(many for name, many in found.counts.items() if name not in ("200", "201"))


def line_of(found: Soaked) -> str:
    """One line of counts."""
    held = [mb for _, mb in found.memory]
    return (
        f"soak: requests {found.counts.total()}, failed {failed(found)}, {found.counts.total() / found.seconds:.0f} a "
        f"second, memory {held[0]:.0f} MB at first, {held[len(held) // 2]:.0f} half way, {held[-1]:.0f} at the end, "
        f"{max(held):.0f} at most, rise {found.rise:+.2f} MB in 10,000 (may be {MOST})"
    )


def main() -> int:
    """Read the arguments, run, print."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("--requests", type=int, default=50_000)
    options.add_argument("--seed", type=int, default=7)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as name, attacked(Path(name)) as target:
        found = soak(target, given.requests, given.seed)
    sys.stdout.write(line_of(found) + "\n")
    is_short = given.requests < 10_000  # caches still fill: only the full run can say that memory is flat
    return 1 if failed(found) or (not is_short and found.rise > MOST) else 0


if __name__ == "__main__":
    sys.exit(main())
