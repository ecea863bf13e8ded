"""Draws the extension's icons with the standard library: a seed leaf as in the mark of the pages, four sizes.

Run it after a change: `python tests/extension/draw_icons.py`. It stands here because the folder of the extension ships
as it is.
"""

import struct
import zlib
from pathlib import Path

ICONS = Path(__file__).parents[2] / "extension" / "icons"
SIZES = (16, 32, 48, 128)
FINE = 4
"""Samples across one pixel, so that edges are smooth."""
GROUND = (31, 90, 72)
LEAF = (255, 254, 251)


def inside_ground(x: float, y: float) -> bool:
    """A square with round corners; coordinates from 0 to 1."""
    radius = 0.22
    dx, dy = max(radius - x, x - (1 - radius), 0), max(radius - y, y - (1 - radius), 0)
    return dx * dx + dy * dy <= radius * radius


def inside_leaf(x: float, y: float) -> bool:
    """A leaf: a square whose two opposite corners are round."""
    low, high, radius = 0.27, 0.73, 0.36
    if not (low <= x <= high and low <= y <= high):
        return False
    if x > high - radius and y < low + radius:
        return (x - (high - radius)) ** 2 + (y - (low + radius)) ** 2 <= radius**2
    if x < low + radius and y > high - radius:
        return (x - (low + radius)) ** 2 + (y - (high - radius)) ** 2 <= radius**2
    return True


def pixel(size: int, column: int, row: int) -> bytes:
    """One pixel as red, green, blue, alpha, from FINE by FINE samples."""
    places = [
        ((column + (i + 0.5) / FINE) / size, (row + (j + 0.5) / FINE) / size) for i in range(FINE) for j in range(FINE)
    ]
    ground = sum(inside_ground(x, y) for x, y in places) / FINE**2
    leaf = sum(inside_leaf(x, y) for x, y in places) / FINE**2
    colour = [round(a * (1 - leaf) + b * leaf) for a, b in zip(GROUND, LEAF, strict=True)]
    return bytes([*colour, round(255 * ground)])


def png(size: int) -> bytes:
    """The whole picture as PNG."""
    rows = b"".join(b"\0" + b"".join(pixel(size, column, row) for column in range(size)) for row in range(size))
    head = struct.pack(">IIBBBBB", size, size, 8, 6, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")


def chunk(kind: bytes, body: bytes) -> bytes:
    """Length, kind, body, checksum."""
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


if __name__ == "__main__":
    for size in SIZES:
        (ICONS / f"{size}.png").write_bytes(png(size))
