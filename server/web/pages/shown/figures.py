"""Numbers, shares and days in the words of the pages; what is unknown is a dash."""

from datetime import datetime

UNKNOWN = "–"
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def count(number: float | None) -> str:
    """3,120 stays as it is, 15,700 is 15.7K, 1,200,000 is 1.2M."""
    if number is None:
        return UNKNOWN
    for unit, sign in ((1_000_000, "M"), (10_000, "K")):
        if number >= unit:
            return f"{number / (1_000_000 if sign == 'M' else 1_000):.1f}".removesuffix(".0") + sign
    return f"{number:,.0f}"


def share(value: float | None) -> str:
    """0.031 is 3.1%, 0.25 is 25%."""
    if value is None:
        return UNKNOWN
    if value == 0:
        return "0%"
    return f"{value * 100:.1f}%" if value < 0.0995 else f"{value * 100:.0f}%"


def decimal(value: float | None) -> str:
    """One decimal, none when it is zero."""
    return UNKNOWN if value is None else f"{value:.1f}".removesuffix(".0")


def day(text: str | None) -> str:
    """An ISO time as "22 Nov 2026"."""
    if not text:
        return UNKNOWN
    at = datetime.fromisoformat(text)
    return f"{at.day} {MONTHS[at.month - 1]} {at.year}"


def several(number: int, one: str, many: str) -> str:
    """ "1 candidate", "34 candidates"."""
    return f"{number:,} {one if number == 1 else many}"
