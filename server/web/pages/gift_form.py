"""The gift form's fields into a Gift; an empty field means not noted."""

from datetime import date
from math import isfinite

from server.domain.errors import InvalidInput
from server.domain.gift import Gift
from server.services.ports import Body
from server.web.pages.brand_form import Fields


def gift_from(form: Fields, body: Body) -> Gift:
    """The gift for a stored candidate; raises InvalidInput naming the field."""
    posts = number(form, "posts_seen")
    return Gift(
        id=form.get("id", ""),
        list_id=body["list_id"],
        platform=body["platform"],
        handle=body["handle"],
        product=words(form, "product"),
        size=words(form, "size"),
        value=number(form, "value"),
        cost=number(form, "cost"),
        sent_on=day(form, "sent_on"),
        tracking=words(form, "tracking"),
        has_consent=form.get("consent") == "yes",
        posts_seen=None if posts is None else int(posts),
    )


def words(form: Fields, field: str) -> str:
    """At most 200 characters."""
    return form.get(field, "").strip()[:200]


def number(form: Fields, field: str) -> float | None:
    """0 or more, with a point or a comma; None when left open."""
    text = form.get(field, "").strip().replace(",", ".")
    if not text:
        return None
    try:
        given = float(text)
    except ValueError:
        given = -1.0
    if not (isfinite(given) and 0 <= given <= 1e9):
        raise InvalidInput(f"“{text}” is not a number that fits here.", field=field, action="Use 0 or more.")
    return given


def day(form: Fields, field: str) -> date | None:
    """An ISO day; None when left open."""
    text = form.get(field, "").strip()
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as fault:
        raise InvalidInput(f"“{text}” is not a day.", field=field, action="Use year-month-day.") from fault
