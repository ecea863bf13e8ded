"""The figures as a picture: one bar a row, how many times as long the other way takes, on a scale of tens."""

from collections.abc import Sequence
from html import escape
from math import log10

ROW, LEFT, WIDTH, TOP = 26, 380, 340, 34
MOST = 1000.0
"""The right end of the scale."""


def drawing(rows: Sequence[tuple[str, float]], caption: str) -> str:
    """An SVG with a title, readable without colour, in light and dark."""
    height = TOP + ROW * len(rows) + 24
    bars = "".join(_bar(number, words, times) for number, (words, times) in enumerate(rows))
    marks = "".join(_mark(times, height) for times in (1, 10, 100, 1000))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 780 {height}" role="img" aria-label="{escape(caption)}" '
        'font-family="system-ui, sans-serif" font-size="13">'
        "<style>text{fill:#333}.bar{fill:#2f6f5e}.mark{stroke:#bbb}"
        "@media(prefers-color-scheme:dark){text{fill:#ddd}.bar{fill:#7cc4ae}.mark{stroke:#555}}</style>"
        f"<title>{escape(caption)}</title>{marks}{bars}</svg>\n"
    )


def _place(times: float) -> float:
    return LEFT + WIDTH * min(1.0, max(0.0, log10(max(times, 1.0)) / log10(MOST)))


def _bar(number: int, words: str, times: float) -> str:
    y, end = TOP + ROW * number, _place(times)
    return (
        f'<text x="{LEFT - 8}" y="{y + 16}" text-anchor="end">{escape(words)}</text>'
        f'<rect class="bar" x="{LEFT}" y="{y + 4}" width="{max(2.0, end - LEFT):.0f}" height="16" rx="2"/>'
        f'<text x="{end + 6:.0f}" y="{y + 16}">× {times:.1f}</text>'
    )


def _mark(times: int, height: int) -> str:
    x = _place(times)
    return (
        f'<line class="mark" x1="{x:.0f}" x2="{x:.0f}" y1="24" y2="{height - 20}"/>'
        f'<text x="{x:.0f}" y="18" text-anchor="middle">× {times}</text>'
    )
