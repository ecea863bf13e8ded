"""Small turns of phrase for reasons: lists of labels, counts of things, shares."""

from collections.abc import Sequence


def listed(words: Sequence[str], most: int = 3) -> str:
    """Words with commas and "and"; beyond `most` the rest is counted."""
    shown = list(words[:most])
    if len(words) > most:
        shown.append(f"{len(words) - most} more")
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}" if shown else ""


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: "1 post", "3 posts"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def percent(share: float) -> str:
    """A share as percent, one decimal under 10: "3.1%", "25%"."""
    return f"{share:.1%}" if share < 0.0995 else f"{share:.0%}"


def lower_first(text: str) -> str:
    """A label inside a sentence: its first letter small unless the first word is an acronym or number."""
    first = text.split(" ", 1)[0]
    return text if first.isupper() or not first[:1].isalpha() else text[:1].lower() + text[1:]
