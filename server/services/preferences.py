"""Use case: what the user decided for all lists; kept in the store, over the server's own defaults."""

from server.services.ports import Store
from server.settings import Settings

KEY = "preferences"


def keeps_contacts(store: Store, settings: Settings) -> bool:
    """Whether mail addresses and numbers of a profile are stored; the server's default until the user decided."""
    kept = store.get("settings", KEY) or {}
    return bool(kept.get("keep_contacts", settings.keep_contacts))


def decide_contacts(store: Store, *, keep: bool) -> None:
    """From now on; what is stored already stays as it is until the profile is read again."""
    with store.transaction():
        store.put("settings", KEY, (store.get("settings", KEY) or {}) | {"keep_contacts": keep})
