"""The address of an account's own page on its platform."""

from urllib.parse import quote

ADDRESSES = {"instagram": "https://www.instagram.com/{}/", "tiktok": "https://www.tiktok.com/@{}"}


def account_address(platform: str, handle: str) -> str:
    """Always https and always on the platform's own host, whatever the handle holds."""
    return ADDRESSES[platform].format(quote(handle, safe="._"))
