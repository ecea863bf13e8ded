"""`unshare -rn python -m tests.network.without_route FOLDER`: a whole working day on a machine without any network.

Inside a network namespace of its own only 127.0.0.1 exists. The server starts, reads, saves, lists and exports there,
and the command line does the same; whatever asked for another machine would fail loudly. Prints one JSON line.
"""

import fcntl
import json
import socket
import struct
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.attack.matrix import ORIGIN
from tests.attack.target import Target, attacked

PERSON = {
    "platform": "instagram",
    "handle": "quiet.potter",
    "bio": "small ceramics studio in Porto",
    "followers": {"value": 3120, "exact": True},
    "posts": [{"id": "D1", "caption": "a bowl", "likes": 120, "comments": 9}],
}
_SET_FLAGS, _UP = 0x8914, 0x1
ELSEWHERE = ("192.0.2.1", 80)
"""An address that is kept for documentation and belongs to nobody."""


def main() -> None:
    """Do everything once and say what came back."""
    folder = Path(sys.argv[1])
    raise_loopback()
    report: dict[str, object] = {"elsewhere": reach(ELSEWHERE)}
    with attacked(folder) as target:
        report["annotate"] = posted(target, "/api/annotate", PERSON)
        report["bookmark"] = posted(target, "/api/candidates", {"profile": PERSON})
        report["commands"] = [command(words) for words in commands(folder)]
    print(json.dumps(report))


def raise_loopback() -> None:
    """Switch 127.0.0.1 on, the only interface of the namespace."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as line:
        fcntl.ioctl(line, _SET_FLAGS, struct.pack("16sh14x", b"lo", _UP))


def reach(address: tuple[str, int]) -> str:
    """What comes of a call to another machine: the name of the error."""
    try:
        socket.create_connection(address, timeout=2).close()
    except OSError as error:
        return type(error).__name__ if error.errno is None else f"errno {error.errno}"
    return "reached"


def posted(target: Target, path: str, asked: Mapping[str, object]) -> int:
    """The status of a paired extension's request."""
    body = json.dumps(asked).encode()
    head = (
        f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{target.running.port}\r\nOrigin: {ORIGIN}\r\n"
        f"Authorization: Bearer {target.token}\r\nContent-Type: application/json\r\n"
        f"Content-Length: {len(body)}\r\nConnection: close\r\n\r\n"
    )
    return target.send(head.encode() + body).status


def commands(folder: Path) -> list[list[str]]:
    """What the command line is asked for, after a file to read was written."""
    lines = folder / "people.jsonl"
    lines.write_text(json.dumps(PERSON) + "\n", encoding="utf-8")
    person = folder / "person.json"
    person.write_text(json.dumps(PERSON), encoding="utf-8")
    return [
        ["annotate", str(lines), "-o", str(folder / "out.jsonl")],
        ["explain", str(person)],
        ["export", "Winter shortlist", "-o", str(folder / "list.csv"), "--folder", str(folder / "data")],
        ["doctor", "--folder", str(folder / "data")],
        ["version"],
    ]


def command(words: list[str]) -> int:
    """The exit code of one command."""
    return subprocess.run(
        [sys.executable, "-m", "server", *words], capture_output=True, timeout=60, check=False
    ).returncode


if __name__ == "__main__":
    main()
