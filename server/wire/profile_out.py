"""The domain's Profile as the contract's JSON, for storing and exporting; unknown keys are left out."""

from datetime import datetime
from typing import Any

from server.domain.profile import Count, Link, Post, Profile


def profile_to_json(profile: Profile) -> dict[str, Any]:
    """Only what the page said: None and empty lists are absent, as the contract reads them."""
    plain = {name: _value(getattr(profile, name)) for name in Profile.__dataclass_fields__}
    return {name: value for name, value in plain.items() if value not in (None, [])}


def _value(value: object) -> Any:
    if isinstance(value, Count):
        return {"value": value.value, "exact": value.exact}
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    if isinstance(value, tuple):
        return [_item(item) for item in value]
    return value


def _item(item: object) -> Any:
    if isinstance(item, Link | Post):
        plain = {name: _value(getattr(item, name)) for name in item.__dataclass_fields__}
        return {name: value for name, value in plain.items() if value not in (None, [])}
    return item
