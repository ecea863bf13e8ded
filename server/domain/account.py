"""An account as one names it, platform and handle, and the one id that it has."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, kw_only=True, slots=True)
class Account:
    """Handles are compared without case, as both platforms do; `handle` is kept in lower case."""

    platform: str
    handle: str

    @property
    def id(self) -> str:
        """ "tiktok/sol.weaves"."""
        return f"{self.platform}/{self.handle}"

    @classmethod
    def of(cls, body: Mapping[str, Any]) -> "Account":
        """The account of a stored candidate, a gift's body or anything else with a platform and a handle."""
        return cls(platform=body["platform"], handle=body["handle"].lower())

    def to_body(self) -> dict[str, str]:
        """Plain JSON."""
        return {"platform": self.platform, "handle": self.handle}
