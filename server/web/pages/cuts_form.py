"""The brand form's fields about tier cuts: a convention by name, or numbers of one's own."""

from werkzeug.datastructures import MultiDict

from server.domain.brand import Brand, Span, TierId
from server.domain.errors import InvalidInput
from server.scoring.own_cuts import cuts_of

Fields = MultiDict[str, str]
TIERS: tuple[TierId, ...] = ("nano", "micro", "macro", "mega")
OWN = "own"
USUAL = "article"


def cuts_in(form: Fields) -> str | dict[TierId, Span]:
    """The chosen convention, "" for the usual one; with "own" the tiers that have a lower end. Raises InvalidInput."""
    chosen = form.get("tier_cuts", "")
    if chosen != OWN:
        return "" if chosen == USUAL else chosen
    own = {tier: span_in(form, tier) for tier in TIERS if form.get(f"low:{tier}", "").strip()}
    if not own:
        raise InvalidInput("Own cuts need numbers.", field="tier_cuts", action="Type where a tier begins.")
    return own


def span_in(form: Fields, tier: TierId) -> Span:
    """From `low` up to but not including `high`; left open means no upper end."""
    high = form.get(f"high:{tier}", "")
    return followers(form.get(f"low:{tier}", ""), tier), followers(high, tier) if high.strip() else None


def followers(text: str, tier: TierId) -> int:
    """ "5,000" and "5000" alike; raises InvalidInput."""
    digits = "".join(letter for letter in text.strip() if letter not in ",. \u00a0")
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 10):
        raise InvalidInput(f"“{text}” is not a number of followers.", field=f"tier_cuts.{tier}", action="Use digits.")
    return int(digits)


def cuts_shown(brand: Brand) -> dict[str, tuple[int | str, int | str]]:
    """Each tier's ends as the fields show them; "" where open."""
    ends = {cut.id: (cut.low, "" if cut.high is None else cut.high) for cut in cuts_of(brand)}
    return {tier: ends.get(tier, ("", "")) for tier in TIERS}
